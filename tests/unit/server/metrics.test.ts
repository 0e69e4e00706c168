import { describe, expect, it } from 'vitest';
import { serverMetrics } from '#server/metrics.ts';

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

describe('the metrics', () => {
  it('are in the format that Prometheus reads', () => {
    const metrics = serverMetrics();
    metrics.request('POST', '/api/sync', 200, 0.03);
    metrics.request('POST', '/api/sync', 200, 70);
    metrics.request('GET', '/api/health', 200, 0);
    metrics.refusedRequest('busy');
    metrics.refusedRecord('invalid');
    metrics.appended(7);
    const text = metrics.text([
      { name: 'baraza_info', help: 'Says "who".', values: [{ labels: { version: 'a"b\\c\nd' }, value: 1 }] },
    ]);
    expect(text.endsWith('\n')).toBe(true);
    const label = '[a-z_]+="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
    const line = new RegExp(`^(?:# (?:HELP|TYPE) \\w+ .+|[a-z_:]+(?:\\{${label}(?:,${label})*\\})? [\\d.e+-]+)$`);
    for (const one of linesOf(text)) expect(one).toMatch(line);
    expect(linesOf(text)).toEqual(
      expect.arrayContaining([
        'baraza_requests_total{method="POST",route="/api/sync",status="200"} 2',
        'baraza_request_duration_seconds_bucket{route="/api/sync",le="0.025"} 0',
        'baraza_request_duration_seconds_bucket{route="/api/sync",le="0.05"} 1',
        'baraza_request_duration_seconds_bucket{route="/api/sync",le="60"} 1',
        'baraza_request_duration_seconds_bucket{route="/api/sync",le="+Inf"} 2',
        'baraza_request_duration_seconds_sum{route="/api/sync"} 70.03',
        'baraza_request_duration_seconds_count{route="/api/sync"} 2',
        'baraza_refused_requests_total{reason="busy"} 1',
        'baraza_refused_records_total{reason="invalid"} 1',
        'baraza_records_appended_total 7',
        'baraza_info{version="a\\"b\\\\c\\nd"} 1',
      ]),
    );
  });

  it('say of each family once what it is', () => {
    const text = serverMetrics().text([]);
    const names = linesOf(text)
      .filter((line) => line.startsWith('# TYPE'))
      .map((line) => line.split(' ')[2]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(5);
  });
});
