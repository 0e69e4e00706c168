/** The examples of docs/protocol.md, sent to the server in the order of the page and compared with its answers. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { maxComparedRecords, maxComparedScopes } from '#replication/comparison.ts';
import { fileTypes, maxFileBytes, maxHeldFiles, pieceBytes, uploadRefusals } from '#replication/files.ts';
import { deviceRefusals, maxListedDevices } from '#replication/device-list.ts';
import { deviceRoles, inviteRefusals, maxAccessDays, maxInviteHours, maxInviteUses } from '#replication/membership.ts';
import { tokenLifeMs } from '#server/membership-rules.ts';
import { packedRecordSchema, unpackRecord } from '#replication/packed.ts';
import { maxBodyBytes, protocolVersion, refusalReasons, requestRefusals } from '#replication/protocol.ts';
import { appInMemory } from '#tests/support/app-in-memory.ts';
import { sampleRecord } from '#tests/support/sample-records.ts';
import { mergeRecords, sameRecord } from '#replication/merge.ts';
import { validateRecord } from '#replication/validate.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');

interface Block {
  readonly mark: string | undefined;
  readonly json?: unknown;
  /** Headers, and after an empty line the body. */
  readonly http?: string | undefined;
}
/** Every block of JSON or HTTP with the mark above it, and marks of requests that have none. */
const blocks: readonly Block[] = [
  ...page.matchAll(
    /(?:<!-- (?<mark>(?:request|answer): .+?) -->)?\s*```(?:json\n(?<json>[\s\S]*?)|http\n(?<http>[\s\S]*?))\n```|<!-- (?<bare>request: .+?) -->/g,
  ),
].map(({ groups }) => ({
  mark: groups?.['mark'] ?? groups?.['bare'],
  ...(groups?.['json'] !== undefined && { json: JSON.parse(groups['json']) as unknown }),
  http: groups?.['http'],
}));

const methods = ['GET', 'HEAD', 'PATCH', 'POST'] as const;

interface Example {
  readonly name: string;
  readonly method: (typeof methods)[number];
  readonly path: string;
  /** The example whose answer holds the token. */
  readonly as: string | undefined;
  readonly request: Block;
  readonly status: number;
  readonly answer: Block;
}

const examples: readonly Example[] = blocks.flatMap((request, at) => {
  const found = /^request: (\S+) (\w+) (\S+)(?: as (\S+))?$/.exec(request.mark ?? '');
  if (!found) return [];
  const [, name = '', asked, path = '', as] = found;
  const method = methods.find((one) => one === asked);
  const answer = blocks[at + 1];
  const [, of, status] = /^answer: (\S+) (\d{3})$/.exec(answer?.mark ?? '') ?? [];
  if (!method || !answer || of !== name) throw new Error(`The request ${name} is not followed by its answer`);
  return [{ name, method, path, as, request, status: Number(status), answer }];
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const [flipChart, nothing] = [hashOf('a flip chart'), hashOf('')];

const httpOf = (text: string) => {
  const [head = '', body] = text.split('\n\n');
  const headers = head.split('\n').map((line) => line.split(': ') as [string, string]);
  return { headers: Object.fromEntries(headers), body };
};

describe('the page of the protocol', () => {
  it('shows requests that the server answers as shown', async () => {
    const server = appInMemory();
    const setupCode = await server.devices.setupCode(false);
    const tokens = new Map<string, string>();
    let upload = '';
    for (const { name, method, path, as, request, status, answer } of examples) {
      if (name === 'set-up') expect(request.json).toMatchObject({ code: setupCode });
      const token = as === undefined ? undefined : tokens.get(as);
      const sent = request.http === undefined ? { body: request.json } : httpOf(request.http);
      const found = await server.call(method, path.replace('<id>', upload), { token, ...sent });
      const location = found.headers.get('location');
      if (location !== null) upload = location.split('/').at(-1) ?? '';
      if (answer.http === undefined) {
        const json = (await found.json()) as { token?: string };
        expect({ name, status: found.status, json }).toEqual({ name, status, json: answer.json });
        if (json.token !== undefined) tokens.set(name, json.token);
      } else {
        const { headers, body } = httpOf(answer.http);
        const shown = Object.keys(headers).map((key) => [key, found.headers.get(key)?.replace(upload, '<id>')]);
        expect({ name, status: found.status, ...Object.fromEntries(shown) }).toEqual({ name, status, ...headers });
        if (body !== undefined) expect(await found.text()).toBe(body);
      }
    }
    await server.close();
  });

  it('has an example of each route that answers with JSON, and none that is not replayed', () => {
    expect(new Set(examples.map(({ path }) => path))).toEqual(
      new Set([
        '/api/health',
        '/api/join',
        '/api/invites',
        '/api/sync',
        '/api/digests',
        '/api/renew',
        '/api/devices',
        '/api/devices/extend',
        '/api/devices/revoke',
        '/api/files/held',
        '/api/files/uploads',
        '/api/files/uploads/<id>',
        `/api/files/${flipChart}`,
        `/api/files/${nothing}`,
      ]),
    );
    expect(blocks.filter(({ mark }) => mark !== undefined)).toHaveLength(2 * examples.length);
  });

  it('shows records that pass the schema and are merged as it says', () => {
    const records = blocks
      .filter(({ mark }) => mark === undefined)
      .map(({ json }) => unpackRecord(v.parse(packedRecordSchema, json)));
    expect(records).toHaveLength(2);
    for (const record of records) expect(validateRecord(record)).toBeUndefined();
    const [first, both] = records;
    if (!first || !both) throw new Error('The two records are gone');
    const second = sampleRecord(
      'C1',
      { text: 'Too little trust' },
      { scope: 'session:S1', writer: 'PqL8s2Wd', atMs: 1_795_420_801_500 },
    );
    const side = { ...first, cells: { text: first.cells['text'] as never, kind: first.cells['kind'] as never } };
    expect(sameRecord(mergeRecords(side, second), both)).toBe(true);
  });

  it('names every refusal and every limit as they are', () => {
    for (const reason of [
      ...refusalReasons,
      ...requestRefusals,
      ...uploadRefusals,
      ...deviceRefusals,
      ...inviteRefusals,
    ])
      expect(page).toContain(`\`${reason}\``);
    for (const bytes of [maxFileBytes, pieceBytes]) expect(page).toContain(bytes.toLocaleString('en-GB'));
    for (const type of fileTypes) expect(page).toContain(`\`${type}\``);
    expect(page).toContain(`at most ${maxHeldFiles} names`);
    expect(page).toContain(`at most ${maxComparedScopes} scopes`);
    expect(page).toContain(maxComparedRecords.toLocaleString('en-GB'));
    expect(page).toContain(`Version ${protocolVersion}.`);
    expect(page).toContain(maxBodyBytes.toLocaleString('en-GB'));
    expect(page).toContain(`at most ${maxInviteHours}`);
    expect(page).toContain(`up to ${maxInviteUses} devices`);
    expect(page).toContain(`at most ${maxAccessDays}`);
    expect(page).toContain(`at most ${maxListedDevices}, the newest first`);
    expect(page).toContain(`another ${tokenLifeMs / 86_400_000} days`);
    for (const role of deviceRoles) expect(page).toContain(role);
  });
});
