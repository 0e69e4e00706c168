import type { Handler } from 'hono';
import * as v from 'valibot';
import { type InviteAnswer, inviteRequestSchema, showJoinCode } from '#replication/membership.ts';
import { accessOf, inviteRefusal } from '#server/access.ts';
import { jsonAnswer, refuse } from '#server/answers.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { readJson } from '#server/request-body.ts';

const maxInviteBytes = 256 * 1024;

/** POST /api/invites: a code that lets other devices into scopes the sender may invite to, for a time. */
export const invites =
  ({ devices, now }: Parts): Handler<ServerEnv> =>
  async (c) => {
    const body = await readJson(c.req.raw, maxInviteBytes);
    if (!body.ok) return refuse(body.error);
    const parsed = v.safeParse(inviteRequestSchema, body.value);
    // A coordinator holds every scope: a list beside that role would promise less than it gives.
    if (!parsed.success || (parsed.output.role === 'coordinator' && parsed.output.scopes !== 'all')) {
      return refuse({ refused: 'malformed' });
    }
    const { device } = c.var;
    const reason = await inviteRefusal(accessOf(devices, device), device, parsed.output);
    if (reason) return refuse({ refused: 'unauthorised', reason }, 403);
    const { code, expiresAt } = await devices.invite(device, parsed.output, now());
    const answer: InviteAnswer = { code: showJoinCode(code), expiresAt };
    return jsonAnswer(answer);
  };
