/** The journal in memory: the oracle that every other adapter is compared with. Nothing survives the process. */
import type { Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { fileOf, historyStep } from '#replication/erasure.ts';
import type { Appended, HistoryEntry, Journal, JournalPage, Sender } from '#replication/journal.ts';
import { mergeInto, sameRecord } from '#replication/merge.ts';
import { packRecord } from '#replication/packed.ts';

interface Stored {
  readonly number: number;
  readonly state: RecordState;
  readonly history: readonly HistoryEntry[];
}

export function memoryJournal(epoch: string): Journal {
  const scopes = new Map<Scope, { head: number; records: Map<string, Stored> }>();
  const scopeOf = (scope: Scope) => {
    const known = scopes.get(scope) ?? { head: 0, records: new Map<string, Stored>() };
    scopes.set(scope, known);
    return known;
  };
  const stored = (scope: Scope, noun: string, id: string) => scopes.get(scope)?.records.get(`${noun}/${id}`);

  const appendOne = (scope: Scope, delta: RecordState, by: Sender): Appended => {
    const held = scopeOf(scope);
    const before = stored(scope, delta.noun, delta.id);
    const after = mergeInto(before?.state, delta);
    if (before && sameRecord(before.state, after))
      return { number: before.number, changed: false, stored: before.state };
    held.head += 1;
    const { forget, keep } = historyStep(before?.state, after, delta);
    const history = [
      ...(keep ? [{ ...by, number: held.head, delta: keep }] : []),
      ...(forget ? [] : (before?.history ?? [])),
    ];
    held.records.set(`${delta.noun}/${delta.id}`, {
      number: held.head,
      state: after,
      history,
    });
    return { number: held.head, changed: true, stored: after };
  };

  const since = (scope: Scope, after: number, maxBytes: number): JournalPage => {
    const due = [...(scopes.get(scope)?.records.values() ?? [])]
      .filter(({ number }) => number > after)
      .sort((a, b) => a.number - b.number);
    const page: Stored[] = [];
    let bytes = 0;
    for (const record of due) {
      bytes += JSON.stringify(packRecord(record.state)).length;
      if (page.length > 0 && bytes > maxBytes) break;
      page.push(record);
    }
    return {
      records: page.map(({ state }) => state),
      cursor: page.at(-1)?.number ?? after,
      more: page.length < due.length,
    };
  };

  return {
    epoch: () => Promise.resolve(epoch),
    append: (scope, deltas, by) => Promise.resolve(deltas.map((delta) => appendOne(scope, delta, by))),
    since: (scope, after, maxBytes) => Promise.resolve(since(scope, after, maxBytes)),
    heads: (wanted) => Promise.resolve(new Map(wanted.map((scope) => [scope, scopes.get(scope)?.head ?? 0]))),
    read: (scope, noun, id) => Promise.resolve(stored(scope, noun, id)?.state),
    photosOf: (scope, sha256) =>
      Promise.resolve(
        [...(scopes.get(scope)?.records.values() ?? [])].flatMap(({ state }) =>
          fileOf(state) === sha256 ? [state.id] : [],
        ),
      ),
    history: (scope, noun, id) => Promise.resolve(stored(scope, noun, id)?.history ?? []),
  };
}
