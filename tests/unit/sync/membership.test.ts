import { describe, expect, it } from 'vitest';
import { askToInvite, askToJoin } from '#sync/membership.ts';
import type { Wire } from '#sync/wire.ts';

const device = { deviceId: 'device-1', deviceName: 'Amina' };
const joined = { token: 't', device: 'device-1', role: 'coordinator', epoch: 'e', server: 'Baraza' };
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

function wire(answered: () => Response | Error, seen: { url?: string; init?: RequestInit } = {}): Wire {
  return {
    fetch: (url, init) => {
      Object.assign(seen, { url, init });
      const answer = answered();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    timeout: () => new AbortController().signal,
    now: () => 0,
  };
}

describe('joining', () => {
  it.each(['abcd-efgh', ' ABCD EFGH ', 'https://baraza.example/join#ABCD-EFGH'])('reads %s', async (typed) => {
    const seen: { url?: string; init?: RequestInit } = {};
    expect(
      await askToJoin(
        wire(() => json(joined), seen),
        typed,
        device,
        'known',
      ),
    ).toEqual({ type: 'let-in', answer: joined });
    expect(seen.url).toBe('/api/join');
    expect(JSON.parse(String(seen.init?.body))).toEqual({ code: 'ABCDEFGH', ...device });
    expect(seen.init?.headers).toMatchObject({ authorization: 'Bearer known' });
  });

  it.each(['', 'ABC', 'ABCD-EFG0', 'https://baraza.example/join#'])('asks nobody with %j', async (typed) => {
    const asking = wire(() => new Error('asked'));
    expect(await askToJoin(asking, typed, device, undefined)).toEqual({ type: 'not-a-code' });
  });

  it.each([
    [() => json({ refused: 'unauthorised', reason: 'code-unknown' }, 403), { type: 'code-unknown' }],
    [() => json({ refused: 'unauthorised', reason: 'code-expired' }, 403), { type: 'code-expired' }],
    [() => json({ refused: 'unauthorised', reason: 'code-used' }, 403), { type: 'code-used' }],
    [() => json({ refused: 'busy', retryAfterMs: 9000 }, 429), { type: 'busy', retryAfterMs: 9000 }],
    [() => json({ something: 'else' }), { type: 'not-our-server' }],
    [() => new Response('<p>', { headers: { 'content-type': 'text/html' } }), { type: 'not-our-server' }],
    [() => new TypeError('Failed to fetch'), { type: 'away' }],
    [() => new Response('', { status: 502 }), { type: 'away' }],
  ])('knows why not (%#)', async (answered, outcome) => {
    expect(await askToJoin(wire(answered), 'ABCDEFGH', device, undefined)).toEqual(outcome);
  });
});

describe('inviting', () => {
  const invite = { scopes: 'all', role: 'facilitator', expiresInHours: 24 } as const;
  const ask = (answered: () => Response | Error) => askToInvite(wire(answered), 't', invite, 'https://baraza.example');

  it('brings a code, a link and when they end', async () => {
    expect(await ask(() => json({ code: 'ABCDEFGH', expiresAt: 99 }))).toEqual({
      type: 'invited',
      code: 'ABCD-EFGH',
      link: 'https://baraza.example/join#ABCD-EFGH',
      expiresAt: 99,
    });
  });

  it('says when they end by this device’s own clock, however wrong that is', async () => {
    const answered = () => json({ code: 'ABCDEFGH', expiresAt: 99 });
    const ahead = await askToInvite(wire(answered), 't', invite, 'https://baraza.example', -1000);
    expect(ahead).toMatchObject({ type: 'invited', expiresAt: 1099 });
  });

  it.each([
    [() => json({ refused: 'unauthorised', reason: 'role-too-low' }, 403), { type: 'may-not' }],
    [() => json({ refused: 'unauthorised' }, 401), { type: 'refused-device' }],
    [() => json({ refused: 'revoked' }, 403), { type: 'refused-device' }],
    [() => json({ odd: 1 }), { type: 'not-our-server' }],
    [() => new TypeError('Failed to fetch'), { type: 'away' }],
  ])('knows why not (%#)', async (answered, outcome) => {
    expect(await ask(answered)).toEqual(outcome);
  });
});
