import { describe, expect, it } from 'vitest';
import { joinAttempts, wrongCodeEveryMs, wrongCodesAtOnce } from '#server/attempts.ts';

const fail = async (attempts: ReturnType<typeof joinAttempts>, address: string, times: number, now = 0) => {
  for (let at = 0; at < times; at += 1) await attempts.failed(address, now);
};

describe('wrong codes', () => {
  it('are borne some times in a row, and then one by one', async () => {
    const attempts = joinAttempts();
    await fail(attempts, '192.0.2.1', wrongCodesAtOnce - 1);
    expect(await attempts.waitMs('192.0.2.1', 0)).toBe(0);
    await fail(attempts, '192.0.2.1', 1);
    expect(await attempts.waitMs('192.0.2.1', 0)).toBe(wrongCodeEveryMs);
    expect(await attempts.waitMs('192.0.2.1', wrongCodeEveryMs)).toBe(0);
    await attempts.failed('192.0.2.1', wrongCodeEveryMs);
    expect(await attempts.waitMs('192.0.2.1', wrongCodeEveryMs)).toBe(wrongCodeEveryMs);
  });

  it('are forgotten with time', async () => {
    const attempts = joinAttempts();
    await fail(attempts, '192.0.2.1', wrongCodesAtOnce);
    const later = wrongCodesAtOnce * wrongCodeEveryMs;
    await fail(attempts, '192.0.2.1', wrongCodesAtOnce - 1, later);
    expect(await attempts.waitMs('192.0.2.1', later)).toBe(0);
  });

  it('hold up nobody at another address', async () => {
    const attempts = joinAttempts();
    await fail(attempts, '192.0.2.1', wrongCodesAtOnce);
    expect(await attempts.waitMs('192.0.2.2', 0)).toBe(0);
    expect(await attempts.waitMs('::ffff:192.0.2.2', 0)).toBe(0);
  });

  it('count together within one network of IPv6', async () => {
    const attempts = joinAttempts();
    for (let host = 1; host <= wrongCodesAtOnce; host += 1) await attempts.failed(`2001:db8:1:2::${host}`, 0);
    expect(await attempts.waitMs('2001:db8:1:2:ffff::1', 0)).toBeGreaterThan(0);
    expect(await attempts.waitMs('2001:db8:1:3::1', 0)).toBe(0);
    expect(await attempts.waitMs('2001:db8::1', 0)).toBe(0);
  });

  it('of a great many addresses take a bounded room', async () => {
    const attempts = joinAttempts();
    await fail(attempts, '192.0.2.1', wrongCodesAtOnce);
    for (let at = 0; at < 20_000; at += 1) await attempts.failed(`198.51.${at >> 8}.${at & 255}`, 0);
    // Rather forgetful than without bound.
    expect(await attempts.waitMs('192.0.2.1', 0)).toBe(0);
  });
});
