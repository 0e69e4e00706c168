/** A list on its way into the register: its source, what was read of it, and how its columns are taken. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type * as reader from '#documents/read-table.ts';
import type { ReadFailure, ReadSheet } from '#documents/read-table.ts';
import type { ColumnRole, Table } from '#domain/column-content.ts';
import {
  type Columns,
  guessColumns,
  hasNames,
  isSurelyNational,
  type ListedPerson,
  peopleOf,
  rolesUnder,
  type SideLabels,
} from '#domain/person-columns.ts';
import { drafts } from '#storage/browser-drafts.ts';
import { leftDraft } from '#storage/live-pages.ts';
import type { Entity } from '#storage/row.ts';

export interface ListSource {
  readonly text: string;
  /** A file was chosen; its text is not kept, for it is on the tablet as it is. */
  readonly fileName?: string;
}

export type ListFailure = ReadFailure | { readonly type: 'table/part-missing' };

export interface List {
  readonly source: ListSource;
  readonly failure: ListFailure | undefined;
  readonly sheets: readonly ReadSheet[];
  readonly sheet: number;
  readonly table: Table;
  readonly columns: Columns;
  readonly hasNames: boolean;
  readonly people: readonly ListedPerson[];
  /** Columns whose role cannot be chosen: they hold national id numbers. */
  readonly locked: ReadonlySet<number>;
  readonly setText: (text: string) => void;
  readonly setFile: (file: File) => Promise<void>;
  readonly clear: () => void;
  readonly setSheet: (sheet: number) => void;
  readonly setRole: (column: number, role: ColumnRole) => void;
  readonly setHasHeadings: (hasHeadings: boolean) => void;
  readonly draftKey: string;
}

interface Read {
  readonly sheets: readonly ReadSheet[];
  readonly failure?: ListFailure;
}

const nothing: Read = { sheets: [] };
const noTable: Table = [];
/** How long typing rests before the list is read, in milliseconds. */
const restMs = 200;

/** `pasted` is the text that opened the sheet; without one, what was left there before comes back. */
export function useList(session: Entity<'session'>, pasted: string, sideLabels: SideLabels): List {
  const draftKey = `people-list:${session.id}`;
  const [source, setSource] = useState<ListSource>({ text: pasted });
  const [read, setRead] = useState<Read>(nothing);
  const [sheet, setSheetAt] = useState(0);
  const [changed, setChanged] = useState<Columns>();

  const showText = useCallback(
    (text: string) => {
      setSource({ text });
      if (text.trim() === '') void drafts.discard(draftKey);
      else
        drafts.write({
          key: draftKey,
          text,
          caret: text.length,
          at: Date.now(),
          about: { screen: 'register', scope: session.scope, sessionId: session.id },
        });
    },
    [draftKey, session.id, session.scope],
  );

  useEffect(() => {
    if (pasted !== '') return showText(pasted);
    let open = true;
    void leftDraft(draftKey).then((row) => {
      if (open && row) setSource((now) => (now.text === '' && now.fileName === undefined ? { text: row.text } : now));
    });
    return () => {
      open = false;
    };
  }, [draftKey, pasted, showText]);

  useEffect(() => {
    if (source.fileName !== undefined) return;
    if (source.text.trim() === '') return setRead(nothing);
    let open = true;
    const timer = setTimeout(() => {
      void readText(source.text).then((answer) => {
        if (open) setRead(answer);
      });
    }, restMs);
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, [source]);

  const table = read.sheets[sheet]?.rows ?? noTable;
  // Another table is guessed anew.
  useEffect(() => setChanged(undefined), [table]);
  const guessed = useMemo(() => guessColumns(table, sideLabels), [table, sideLabels]);
  const columns = changed ?? guessed;
  const people = useMemo(() => peopleOf(table, columns, sideLabels), [table, columns, sideLabels]);
  const locked = useMemo(
    () => new Set(columns.roles.flatMap((_, column) => (isSurelyNational(table, columns, column) ? [column] : []))),
    [table, columns],
  );

  return {
    source,
    failure: read.failure,
    sheets: read.sheets,
    sheet,
    table,
    columns,
    hasNames: hasNames(columns.roles),
    people: hasNames(columns.roles) ? people : [],
    locked,
    draftKey,
    setText: showText,
    setFile: async (file) => {
      setSource((now) => ({ ...now, fileName: file.name }));
      setSheetAt(0);
      setRead(await readFile(file));
    },
    clear: () => {
      setRead(nothing);
      setSheetAt(0);
      setSource({ text: '' });
      void drafts.discard(draftKey);
    },
    setSheet: setSheetAt,
    setRole: (column, role) =>
      setChanged({
        ...columns,
        roles: columns.roles.map((known, at) =>
          at === column ? role : known === role && role !== 'none' ? 'none' : known,
        ),
      }),
    setHasHeadings: (hasHeadings) => {
      const headRow = hasHeadings ? Math.max(0, guessed.headRow) : -1;
      setChanged({ headRow, roles: rolesUnder(table, headRow, sideLabels) });
    },
  };
}

const readText = (text: string): Promise<Read> => readWith(async ({ readPasted }) => readPasted(text));
const readFile = (file: File): Promise<Read> =>
  readWith(async ({ readTableFile }) => readTableFile(await file.arrayBuffer()));

type Reader = typeof reader;

/** The part that reads tables is fetched with the first list. */
async function readWith(work: (reader: Reader) => Promise<ReturnType<Reader['readPasted']>>): Promise<Read> {
  try {
    const answer = await work(await import('#documents/read-table.ts'));
    return answer.ok ? { sheets: answer.value } : { sheets: [], failure: answer.error };
  } catch {
    return { sheets: [], failure: { type: 'table/part-missing' } };
  }
}
