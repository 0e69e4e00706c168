/**
 * What the server counts about itself, and the text in which Prometheus reads it (format 0.0.4). Labels take few
 * values by construction: routes, statuses, reasons; never a device, a scope or an address.
 */

type Labels = Readonly<Record<string, string | number>>;

/** A figure that is asked for when the text is made. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels?: Labels; readonly value: number }[];
}

export interface Metrics {
  request(method: string, route: string, status: number, seconds: number): void;
  /** Whole requests that were refused, by reason. */
  refusedRequest(reason: string): void;
  /** Single records that were refused, by reason. */
  refusedRecord(reason: string): void;
  /** Records that were new or changed something. */
  appended(records: number): void;
  /** The text, with figures of this moment at its end. */
  text(gauges: readonly Gauge[]): string;
}

/** Upper bounds in seconds: from an answer out of memory to one that a device gives up on. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function serverMetrics(): Metrics {
  const requests = counter('baraza_requests_total', 'Requests answered, by route and status.');
  const refusedRequests = counter('baraza_refused_requests_total', 'Requests refused as a whole, by reason.');
  const refusedRecords = counter('baraza_refused_records_total', 'Single records refused, by reason.');
  const appended = counter('baraza_records_appended_total', 'Records that were new or changed something.');
  appended.add({}, 0);
  const durations = histogram('baraza_request_duration_seconds', 'From the first byte of a request to its answer.');
  return {
    request: (method, route, status, seconds) => {
      requests.add({ method, route, status }, 1);
      durations.observe({ route }, seconds);
    },
    refusedRequest: (reason) => refusedRequests.add({ reason }, 1),
    refusedRecord: (reason) => refusedRecords.add({ reason }, 1),
    appended: (records) => appended.add({}, records),
    text: (gauges) =>
      [requests, durations, refusedRequests, refusedRecords, appended]
        .flatMap((family) => family.lines())
        .concat(gauges.flatMap(gaugeLines))
        .map((line) => `${line}\n`)
        .join(''),
  };
}

function counter(name: string, help: string) {
  const totals = new Map<string, number>();
  return {
    add: (labels: Labels, more: number) => {
      const key = shown(labels);
      totals.set(key, (totals.get(key) ?? 0) + more);
    },
    lines: () => [...head(name, help, 'counter'), ...[...totals].map(([labels, total]) => `${name}${labels} ${total}`)],
  };
}

function histogram(name: string, help: string) {
  const series = new Map<string, { readonly labels: Labels; readonly counts: number[]; sum: number; count: number }>();
  return {
    observe: (labels: Labels, value: number) => {
      const key = shown(labels);
      const one = series.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 };
      series.set(key, one);
      one.sum += value;
      one.count += 1;
      for (const [at, bound] of bounds.entries()) if (value <= bound) one.counts[at] = (one.counts[at] ?? 0) + 1;
    },
    lines: () => [
      ...head(name, help, 'histogram'),
      ...[...series.values()].flatMap(({ labels, counts, sum, count }) => [
        ...counts.map((found, at) => `${name}_bucket${shown({ ...labels, le: String(bounds[at]) })} ${found}`),
        `${name}_bucket${shown({ ...labels, le: '+Inf' })} ${count}`,
        `${name}_sum${shown(labels)} ${sum}`,
        `${name}_count${shown(labels)} ${count}`,
      ]),
    ],
  };
}

const gaugeLines = ({ name, help, values }: Gauge): string[] => [
  ...head(name, help, 'gauge'),
  ...values.map(({ labels = {}, value }) => `${name}${shown(labels)} ${value}`),
];

const head = (name: string, help: string, type: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];

function shown(labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(String(value))}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (value: string) => value.replace(/[\\"\n]/g, (found) => (found === '\n' ? '\\n' : `\\${found}`));
