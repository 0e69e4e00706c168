/** SQLite and the oracle in memory, driven by the same requests, end with the same states, numbers and pages. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { answerDigests } from '#replication/comparison.ts';
import { sameRecord } from '#replication/merge.ts';
import { memoryJournal } from '#replication/memory-journal.ts';
import { openSqliteStore } from '#server/sqlite-store.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';
import { deviceStates } from '#tests/support/arbitrary-records.ts';
import { check } from '#tests/support/property.ts';

const giveWay = () => Promise.resolve();
const scopes: readonly Scope[] = ['session:s1', 'session:s2'];

interface Push {
  readonly scope: Scope;
  readonly deltas: readonly RecordState[];
}

/** Pushes of whole states and of single cells of them, some of them doubled. */
const push: fc.Arbitrary<Push> = fc
  .record({
    scope: fc.constantFrom(...scopes),
    states: deviceStates,
    ids: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 3, maxLength: 3 }),
    apart: fc.boolean(),
    twice: fc.boolean(),
  })
  .map(({ scope, states, ids, apart, twice }) => {
    const whole = states.map((state, at) => ({ ...state, id: ids[at] ?? 'a', scope }));
    const cells = whole.flatMap((state) =>
      state.erased === true
        ? [state]
        : Object.entries(state.cells).map(([field, cell]) => ({ ...state, cells: { [field]: cell } })),
    );
    const deltas = apart ? cells : whole;
    return { scope, deltas: twice ? [...deltas, ...deltas] : deltas };
  });

/** What they hold, whatever the order of the keys. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('append, pages, heads, states and history are those of the oracle', () =>
  check(
    fc.tuple(fc.array(push, { maxLength: 6 }), fc.integer({ min: 1, max: 1500 })),
    async ([pushes, maxBytes]) => {
      const oracle = memoryJournal('oracle');
      const opened = openSqliteStore(':memory:', countingRandom());
      if (!opened.ok) throw new Error(opened.error);
      const { journal } = opened.value;
      try {
        for (const [at, { scope, deltas }] of pushes.entries()) {
          const by = { device: `d${at % 2}`, at };
          const expected = await oracle.append(scope, deltas, by);
          const found = await journal.append(scope, deltas, by);
          expect(found.map(({ number }) => number)).toEqual(expected.map(({ number }) => number));
          for (const [delta, { stored }] of found.entries()) {
            expect(sameRecord(stored, expected[delta]?.stored as RecordState)).toBe(true);
          }
        }
        expect(await journal.heads(scopes)).toEqual(await oracle.heads(scopes));
        expect((await answerDigests(journal, scopes, scopes, giveWay)).digests).toEqual(
          (await answerDigests(oracle, scopes, scopes, giveWay)).digests,
        );
        for (const scope of scopes) {
          for (let after = 0, more = true; more;) {
            const expected = await oracle.since(scope, after, maxBytes);
            const found = await journal.since(scope, after, maxBytes);
            expect(plain(found)).toEqual(plain(expected));
            ({ cursor: after, more } = expected);
          }
          for (const id of ['a', 'b', 'c']) {
            expect(plain(await journal.history(scope, 'capture', id))).toEqual(
              plain(await oracle.history(scope, 'capture', id)),
            );
          }
        }
      } finally {
        await opened.value.close();
      }
    },
    150,
  ));
