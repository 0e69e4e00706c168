/** The device's token: what it is, when it is renewed, and the one before it. */
import type { ReplicaStore } from '#replication/replica-store.ts';
import type { Replica } from '#storage/replica.ts';
import { changeServer, readServer } from '#storage/server-meta.ts';

/** When a token is renewed that ends then: after a third of what is left of its life. Both by the server's clock. */
export const renewalOf = (expiresAt: number, now: number): number => now + (expiresAt - now) / 3;

export const tokenKeeping = (replica: Replica): Pick<ReplicaStore, 'link' | 'renewed' | 'backToFormer'> => ({
  link: async () => {
    const server = await readServer(replica.db);
    return (
      server && {
        token: server.token,
        revoked: server.revokedAt !== undefined,
        renewalDue: server.renewAt === undefined || replica.now() >= server.renewAt,
      }
    );
  },
  renewed: async (asked, token, expiresAt) => {
    await changeServer(replica, (server) =>
      // Another tab renewed it meanwhile, or the tablet joined anew.
      server.token === asked
        ? { ...server, token, expiresAt, renewAt: renewalOf(expiresAt, replica.now()), formerToken: asked }
        : undefined,
    );
  },
  backToFormer: (token) =>
    changeServer(replica, ({ formerToken, ...server }) =>
      server.token === token && formerToken !== undefined ? { ...server, token: formerToken, renewAt: 0 } : undefined,
    ),
});
