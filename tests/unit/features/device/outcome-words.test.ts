import { describe, expect, it } from 'vitest';
import { inviteEnd, joinEnd, type NotInvited } from '#features/device/outcome-words.ts';
import { device as en } from '#language/en/device.ts';
import { device as fr } from '#language/fr/device.ts';
import { device as tr } from '#language/tr/device.ts';
import type { JoinOutcome } from '#sync/status.ts';

const joins: readonly JoinOutcome[] = [
  { type: 'not-a-code' },
  { type: 'code-unknown' },
  { type: 'code-expired' },
  { type: 'code-used' },
  { type: 'not-kept' },
  { type: 'away' },
  { type: 'not-our-server' },
  { type: 'busy', retryAfterMs: 20_000 },
];
const invites: readonly NotInvited[] = [
  { type: 'may-not' },
  { type: 'refused-device' },
  { type: 'away' },
  { type: 'not-our-server' },
  { type: 'busy', retryAfterMs: 5_000 },
];

describe.each([
  ['en', en],
  ['tr', tr],
  ['fr', fr],
])('in %s', (_language, words) => {
  it('every way that joining can end has a sentence of its own', () => {
    const said = joins.map((outcome) => {
      const end = joinEnd(outcome);
      if (end.at === 'joined') throw new Error('It did not join.');
      return end.at === 'field' ? words.join[end.words] : words.join[end.words].happened;
    });
    expect(new Set(said).size).toBe(joins.length);
  });

  it('every way that inviting can end has a sentence of its own', () => {
    const said = invites.map((outcome) => words.invite[inviteEnd(outcome).words].happened);
    expect(new Set(said).size).toBe(invites.length);
  });
});

it('what is wrong with the code is said at its field, and all else beside it', () => {
  const atField = joins.filter((outcome) => joinEnd(outcome).at === 'field').map(({ type }) => type);
  expect(atField).toEqual(['not-a-code', 'code-unknown', 'code-expired', 'code-used']);
});

it('a busy server says how long to wait, and no other end makes anybody wait', () => {
  const waits = joins.map(joinEnd).map((end) => (end.at === 'beside' ? end.waitMs : 0));
  expect(waits.filter((ms) => ms > 0)).toEqual([20_000]);
  expect(inviteEnd({ type: 'busy', retryAfterMs: 5_000 }).waitMs).toBe(5_000);
});

it('a joined server is called by its name', () => {
  expect(joinEnd({ type: 'joined', server: 'Province' })).toEqual({ at: 'joined', server: 'Province' });
});
