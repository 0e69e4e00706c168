import { describe, expect, it } from 'vitest';
import { readConfig } from '#server/config.ts';

const errorOf = (env: Record<string, string>) => {
  const read = readConfig(env);
  return read.ok ? '' : read.error;
};

describe('the environment', () => {
  it('may be empty: this machine alone, port 8787, data and app beside the code', () => {
    expect(readConfig({ PATH: '/usr/bin' })).toEqual({
      ok: true,
      value: {
        port: 8787,
        host: '127.0.0.1',
        dataDir: './data',
        appDir: './dist',
        serverName: 'Baraza',
        tls: undefined,
        logRequests: false,
        proxies: 0,
        metricsToken: undefined,
        maxSyncs: 64,
        rateLimits: true,
        newSetupLink: false,
      },
    });
  });

  it('says where the server listens and what it keeps', () => {
    const env = {
      PORT: '9000',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/data',
      APP_DIR: '/srv/app',
      SERVER_NAME: 'Office',
      LOG: 'requests',
      TRUST_PROXY: '1',
      METRICS_TOKEN: 'drawn-by-the-operator',
      MAX_SYNCS: '200',
      RATE_LIMITS: 'off',
    };
    expect(readConfig({ ...env, TLS_CERT: 'c.pem', TLS_KEY: 'k.pem', NEW_SETUP_LINK: '1' })).toMatchObject({
      value: {
        port: 9000,
        host: '0.0.0.0',
        dataDir: '/srv/data',
        appDir: '/srv/app',
        serverName: 'Office',
        tls: { certFile: 'c.pem', keyFile: 'k.pem' },
        logRequests: true,
        proxies: 1,
        metricsToken: 'drawn-by-the-operator',
        maxSyncs: 200,
        rateLimits: false,
        newSetupLink: true,
      },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', HOST: '' })).toMatchObject({
      value: { port: 8787, host: '127.0.0.1' },
    });
  });

  it.each(['http', '65536', '-1', '80 80', '8e3'])('refuses PORT=%s with an example', (port) => {
    expect(errorOf({ PORT: port })).toMatch(/^PORT is not a port\..* PORT=8787\.$/);
  });

  it('names each variable that is wrong', () => {
    expect(
      errorOf({ PORT: 'x', HOST: 'two words', LOG: 'all' })
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['PORT', 'HOST', 'LOG']);
  });

  it.each([
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY=1'],
    ['METRICS_TOKEN', 'too-few', 'openssl rand'],
    ['METRICS_TOKEN', 'has spaces in between', 'openssl rand'],
    ['MAX_SYNCS', '0', 'MAX_SYNCS=64'],
    ['RATE_LIMITS', 'no', 'RATE_LIMITS=off'],
  ])('refuses %s=%s with the way out, and repeats no secret', (name, value, wayOut) => {
    const sentence = errorOf({ [name]: value });
    expect(sentence).toMatch(new RegExp(`^${name} is .*${wayOut}`));
    if (name === 'METRICS_TOKEN') expect(sentence).not.toContain(value);
  });

  it('never ignores a PostgreSQL address, and never repeats it: it holds a password', () => {
    const sentence = errorOf({ DATABASE_URL: 'postgres://baraza:secret@db' });
    expect(sentence).toMatch(/^DATABASE_URL names no database/);
    expect(sentence).not.toContain('secret');
  });

  it.each([
    ['TLS_CERT', 'TLS_KEY'],
    ['TLS_KEY', 'TLS_CERT'],
  ])('refuses %s without %s', (given, missing) => {
    expect(errorOf({ [given]: 'x.pem' })).toMatch(new RegExp(`^${given} is set without ${missing}`));
  });
});
