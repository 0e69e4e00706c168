import { describe, expect, it } from 'vitest';
import { codeAlphabet, joinCodeLength, readJoinCode, setupCodeLength, showJoinCode } from '#replication/membership.ts';
import { drawCode, drawToken, hashSecret, sameHash } from '#server/secrets.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';

describe('a join code', () => {
  it('is read however a person types it', () => {
    const typed = ['ABCD-EFGH', 'abcd-efgh', ' abcdefgh ', 'ABCD EFGH', 'abcd–efgh', 'A B C D-E F G H\n'];
    expect(new Set(typed.map(readJoinCode))).toEqual(new Set(['ABCDEFGH']));
  });

  it('is not read where a letter is missing or is none of the alphabet', () => {
    const typed = ['', 'ABCD-EFG', 'ABCD-EFGH2', 'ABCD-EFG0', 'ABCD-EFGI', 'ABCD-EFG1', 'ABCD_EFGH'];
    expect(new Set(typed.map(readJoinCode))).toEqual(new Set([undefined]));
  });

  it('has no letters that look alike', () => {
    expect(codeAlphabet).toHaveLength(32);
    expect(codeAlphabet).not.toMatch(/[0O1I]/);
    expect(new Set(codeAlphabet).size).toBe(32);
  });

  it('is drawn from all of its alphabet and read back as shown', () => {
    const random = countingRandom();
    const drawn = Array.from({ length: 200 }, () => drawCode(random, joinCodeLength));
    for (const code of drawn) expect(readJoinCode(showJoinCode(code))).toBe(code);
    expect(showJoinCode(drawn[0] ?? '')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(new Set(drawn.join('')).size).toBe(32);
    expect(readJoinCode(drawCode(random, setupCodeLength))).toHaveLength(setupCodeLength);
  });
});

describe('a token', () => {
  it('has 256 bits, and only its hash is compared', () => {
    const random = countingRandom();
    const [one, two] = [drawToken(random), drawToken(random)];
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(sameHash(hashSecret(one), hashSecret(one))).toBe(true);
    expect(sameHash(hashSecret(one), hashSecret(two))).toBe(false);
    expect(sameHash(hashSecret(one), 'short')).toBe(false);
  });
});
