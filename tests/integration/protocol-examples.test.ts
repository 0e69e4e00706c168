/** The examples of docs/protocol.md, sent to the server in the order of the page and compared with its answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { maxInviteHours, maxInviteUses } from '#replication/membership.ts';
import { packedRecordSchema, unpackRecord } from '#replication/packed.ts';
import { maxBodyBytes, protocolVersion, refusalReasons, requestRefusals } from '#replication/protocol.ts';
import { appInMemory } from '#tests/support/app-in-memory.ts';
import { sampleRecord } from '#tests/support/sample-records.ts';
import { mergeRecords, sameRecord } from '#replication/merge.ts';
import { validateRecord } from '#replication/validate.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');

interface Block {
  readonly mark: string | undefined;
  readonly json: unknown;
}
/** Every JSON block with the mark above it, and marks of requests that have no body. */
const blocks: readonly Block[] = [
  ...page.matchAll(
    /(?:<!-- (?<mark>(?:request|answer): .+?) -->)?\s*```json\n(?<json>[\s\S]*?)\n```|<!-- (?<bare>request: .+?) -->/g,
  ),
].map(({ groups }) => ({
  mark: groups?.['mark'] ?? groups?.['bare'],
  json: groups?.['json'] === undefined ? undefined : JSON.parse(groups['json']),
}));

interface Example {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The example whose answer holds the token. */
  readonly as: string | undefined;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

const examples: readonly Example[] = blocks.flatMap(({ mark, json }, at) => {
  const request = /^request: (\S+) (GET|POST) (\S+)(?: as (\S+))?$/.exec(mark ?? '');
  if (!request) return [];
  const [, name = '', method, path = '', as] = request;
  const next = blocks[at + 1];
  const answer = /^answer: (\S+) (\d{3})$/.exec(next?.mark ?? '');
  if (!answer || answer[1] !== name) throw new Error(`The request ${name} is not followed by its answer`);
  const status = Number(answer[2]);
  return [{ name, method: method as 'GET' | 'POST', path, as, body: json, status, answer: next?.json }];
});

describe('the page of the protocol', () => {
  it('shows requests that the server answers as shown', async () => {
    const server = appInMemory();
    const setupCode = await server.devices.setupCode(false);
    const tokens = new Map<string, string>();
    for (const { name, method, path, as, body, status, answer } of examples) {
      if (name === 'set-up') expect(body).toMatchObject({ code: setupCode });
      const token = as === undefined ? undefined : tokens.get(as);
      const found = await server.call(method, path, { token, body });
      const json: unknown = await found.json();
      expect({ name, status: found.status, json }).toEqual({ name, status, json: answer });
      const given = (json as { token?: string }).token;
      if (given !== undefined) tokens.set(name, given);
    }
    server.close();
  });

  it('has an example of each route that answers with JSON, and none that is not replayed', () => {
    expect(new Set(examples.map(({ path }) => path))).toEqual(
      new Set(['/api/health', '/api/join', '/api/invites', '/api/sync']),
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
    for (const reason of [...refusalReasons, ...requestRefusals]) expect(page).toContain(`\`${reason}\``);
    expect(page).toContain(`Version ${protocolVersion}.`);
    expect(page).toContain(maxBodyBytes.toLocaleString('en-GB'));
    expect(page).toContain(`at most ${maxInviteHours}`);
    expect(page).toContain(`up to ${maxInviteUses} devices`);
  });
});
