/** What every store of devices has to do, whatever it keeps them in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InviteRequest } from '#replication/membership.ts';
import type { Device, Devices, Joined } from '#server/devices.ts';
import { dayMs, endOfAccess, everyScope, tokenLifeMs } from '#server/membership-rules.ts';
import type { Store } from '#server/store.ts';
import { sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

const at = 1_800_000_000_000;

export function devicesContract(name: string, open: () => Promise<Store>): void {
  describe(`devices in ${name}`, () => {
    let store: Store;
    let devices: Devices;
    let office: Device;
    beforeEach(async () => {
      store = await open();
      ({ devices } = store);
      office = await known((await joinBy((await devices.setupCode(false)) ?? '', 'Office')).token);
    });
    afterEach(() => store.close());

    const known = async (token: string): Promise<Device> => {
      const device = await devices.withToken(token);
      if (!device) throw new Error('nobody has this token');
      return device;
    };
    const joinBy = async (code: string, called: string, now = at, deviceId?: string): Promise<Joined> => {
      const joined = await devices.join({ code: code.replace('-', ''), name: called, deviceId }, now);
      if (!joined.ok) throw new Error(joined.error);
      return joined.value;
    };
    const invited = async (request: Partial<InviteRequest>, called = 'Tablet', by = office) => {
      const whole = { scopes: [sampleScope], role: 'facilitator', expiresInHours: 1, ...request } as const;
      return joinBy((await devices.invite(by, whole, at)).code, called);
    };

    it('lets a token go on until the one given in its place is used, and then no longer', async () => {
      const { token } = await invited({});
      const first = await devices.renew(await known(token), at + dayMs);
      const second = await devices.renew(await known(token), at + 2 * dayMs);
      expect(await devices.withToken(first.token)).toBeUndefined();
      expect(endOfAccess(await known(token))).toBe(at + tokenLifeMs);
      expect((await known(second.token)).expiresAt).toBe(second.expiresAt);
      expect(second.expiresAt).toBe(at + 2 * dayMs + tokenLifeMs);
      expect(await devices.withToken(token)).toBeUndefined();
      expect((await known(second.token)).name).toBe('Tablet');
    });

    it('never renews beyond the time that an invitation gave', async () => {
      const { token, expiresAt } = await invited({ accessDays: 3 });
      expect(expiresAt).toBe(at + 3 * dayMs);
      expect((await devices.renew(await known(token), at + 2 * dayMs)).expiresAt).toBe(at + 3 * dayMs);
    });

    it('turns a device away for good, once, and lets no time make up for it', async () => {
      const { token, device } = await invited({});
      expect(await devices.revoke(device, at + 1)).toBe(true);
      expect(await devices.revoke(device, at + 2)).toBe(false);
      expect((await known(token)).revokedAt).toBe(at + 1);
      expect(await devices.extend(device, at + 3, 1)).toBe(false);
      expect(await devices.readers(sampleScope, [device, office.id])).toEqual(new Set([office.id]));
      expect(await devices.revoke('nobody', at)).toBe(false);
    });

    it('lets nobody in any more by the code of a device that was turned away, and leaves other codes as they are', async () => {
      const ask = { scopes: [sampleScope], role: 'facilitator', expiresInHours: 24 } as const;
      const [its, other] = [await devices.invite(office, ask, at), await devices.invite(office, ask, at)];
      const { device } = await joinBy(its.code, 'Tablet');
      await devices.revoke(device, at + 1);
      await expect(joinBy(its.code, 'Tablet', at + 1)).rejects.toThrow('code-expired');
      expect((await joinBy(other.code, 'Tablet', at + 1)).role).toBe('facilitator');
    });

    it('lets a device stay for some days, or until somebody revokes it', async () => {
      const { token, device } = await invited({ accessDays: 1 });
      const late = at + 30 * dayMs;
      expect(await devices.extend(device, late, 7)).toBe(true);
      expect(await known(token)).toMatchObject({ expiresAt: late + 7 * dayMs, endsAt: late + 7 * dayMs });
      expect(await devices.extend(device, late, null)).toBe(true);
      expect(await known(token)).toMatchObject({ expiresAt: late + tokenLifeMs, endsAt: null });
    });

    it('keeps the greater of two grants, and the greater of two roles', async () => {
      const { token } = await invited({ role: 'trainer' });
      const more = { scopes: [sampleScope, 'session:s2'], role: 'viewer', expiresInHours: 1 } as const;
      const already = { device: await known(token), token };
      const { code } = await devices.invite(office, more, at);
      const again = await devices.join({ code, name: 'x', already }, at);
      expect(again).toMatchObject({ ok: true, value: { token, role: 'trainer' } });
      expect(await devices.grants(already.device)).toEqual([
        { scope: sampleScope, role: 'trainer' },
        { scope: 'session:s2', role: 'viewer' },
      ]);
    });

    it('makes a founder of who gives a scope its first record, unless it was given it before', async () => {
      const given = await invited({ scopes: ['session:given'] });
      const device = await known(given.token);
      const write = (scope: 'session:given' | 'session:own') =>
        store.journal.append(scope, [sampleRecord('a', { kind: 'idea' }, { scope })], { device: device.id, at });
      await write('session:given');
      await write('session:own');
      expect(await devices.grants(device)).toEqual([
        { scope: 'session:given', role: 'facilitator' },
        { scope: 'session:own', role: 'founder' },
      ]);
      expect(await devices.scopes(device)).toEqual(['session:given', 'session:own']);
      expect(await devices.held(device, 'session:own')).toEqual({ own: 'founder', every: undefined, exists: true });
      expect(await devices.held(device, 'session:none')).toEqual({ own: undefined, every: undefined, exists: false });
      const all = await known((await invited({ scopes: 'all', role: 'viewer' })).token);
      expect(await devices.grants(all)).toEqual([{ scope: everyScope, role: 'viewer' }]);
      expect(await devices.held(all, 'session:own')).toEqual({ own: undefined, every: 'viewer', exists: true });
      expect(await devices.scopes(all)).toEqual(['session:given', 'session:own']);
    });

    it('lists who came in with whose invitation and what each said of itself, the newest first', async () => {
      const trainer = await known((await invited({ role: 'trainer' }, 'Provincial tablet')).token);
      const { token, device } = await joinBy(
        (await devices.invite(trainer, { scopes: [sampleScope], role: 'viewer', expiresInHours: 1 }, at)).code,
        'Donor',
        at + 5,
        'all',
      );
      await devices.seen(await known(token), at + 9, {
        app: '1.0',
        unsent: 4,
        oldestUnsentAt: at,
        name: 'Donor’s own',
      });
      const all = await devices.list(null, 10);
      const names = all.map(({ name: called }) => called);
      expect(names[0]).toBe('Donor’s own');
      expect([...names].sort()).toEqual(['Donor’s own', 'Office', 'Provincial tablet']);
      const [own, ...none] = await devices.list(trainer.id, 10);
      expect(none).toEqual([]);
      expect(own).toMatchObject({
        id: device,
        role: 'viewer',
        joinedAt: at + 5,
        lastSeenAt: at + 9,
        app: '1.0',
        unsent: 4,
        oldestUnsentAt: at,
        invitedBy: trainer.id,
        inviterName: 'Provincial tablet',
        grants: [{ scope: sampleScope, role: 'viewer' }],
        revokedAt: null,
      });
      expect(await devices.list(null, 1)).toHaveLength(1);
      // The id of a device is its own choice, and no word for all of them.
      expect(await devices.list('all', 10)).toEqual([]);
    });

    it('writes what a device says of itself once a minute, or where it is something else', async () => {
      const { token } = await invited({});
      const say = async (now: number, facts: Parameters<Devices['seen']>[2]) => {
        await devices.seen(await known(token), now, facts);
        return (await known(token)).lastSeenAt;
      };
      expect(await say(at, { unsent: 1 })).toBe(at);
      expect(await say(at + 1_000, { unsent: 1 })).toBe(at);
      expect(await say(at + 2_000, { unsent: 2 })).toBe(at + 2_000);
      expect(await say(at + 3_000, { name: 'Another name' })).toBe(at + 3_000);
      expect(await say(at + 4_000, {})).toBe(at + 3_000);
      expect(await say(at + 63_000, {})).toBe(at + 63_000);
      expect(await known(token)).toMatchObject({ name: 'Another name', unsent: 2 });
    });

    it('names whom to ask: the inviter first, then coordinators that are still let in', async () => {
      const trainer = await known((await invited({ role: 'trainer' }, 'Provincial tablet')).token);
      const viewer = await known((await invited({ role: 'viewer' }, 'Donor', trainer)).token);
      const second = await invited({ role: 'coordinator', scopes: 'all' }, 'Second office');
      await invited({ role: 'coordinator', scopes: 'all' }, '');
      const asked = await devices.whomToAsk(viewer);
      expect(asked[0]).toBe('Provincial tablet');
      expect([...asked].sort()).toEqual(['Office', 'Provincial tablet', 'Second office']);
      await devices.revoke(second.device, at);
      await devices.revoke(trainer.id, at);
      expect(await devices.whomToAsk(viewer)).toEqual(['Office']);
      // The first coordinator was invited by nobody, and asks the others.
      expect(await devices.whomToAsk(office)).toEqual([]);
    });
  });
}
