/**
 * The rows of a stream, in pieces of twenty: a line that is added or changed draws its own piece again, and the
 * others are not even looked at. Typing fast into a long list depends on it.
 */
import { memo, useMemo, useRef } from 'react';
import type { Delivery } from '#storage/queries/delivery.ts';
import type { Line } from './commands.ts';
import type { HeldLine } from './held-lines.ts';
import { LineRow, type LineActs } from './line-row.tsx';
import type { SideWord } from '#parts/side-words.ts';

type Shown = Line | HeldLine;

interface LineListProps {
  readonly lines: readonly Shown[];
  /** How many of them are not drawn, from the beginning. */
  readonly hidden: number;
  /** The code of the line at an index of `lines`. */
  readonly refAt: (index: number) => string;
  /** Absent while it is not known. */
  readonly delivery: ((id: string) => Delivery) | undefined;
  /** How many photos a line has; lines without one are not in it. */
  readonly photos: ReadonlyMap<string, number> | undefined;
  readonly sides: readonly SideWord[];
  readonly editing: string | undefined;
  readonly reopened: ReadonlySet<string>;
  readonly kindOpen: string | undefined;
  readonly acts: LineActs;
}

const pieceLength = 20;

export const LineList = ({ lines, hidden, editing, kindOpen, reopened, ...rest }: LineListProps) => {
  const pieces = usePieces(lines, hidden);
  return pieces.map(({ from, shown }) => {
    const has = (id: string | undefined) => (shown.some((line) => line.id === id) ? id : undefined);
    return (
      <Piece
        key={Math.floor(from / pieceLength)}
        {...rest}
        from={from}
        lines={shown}
        editing={has(editing)}
        kindOpen={has(kindOpen)}
        reopened={reopened.size === 0 ? none : reopened}
      />
    );
  });
};

const none: ReadonlySet<string> = new Set();

interface PieceProps extends Omit<LineListProps, 'hidden'> {
  readonly from: number;
}

const Piece = memo(({ from, lines, refAt, delivery, photos, sides, editing, reopened, kindOpen, acts }: PieceProps) =>
  lines.map((line, index) => (
    <LineRow
      key={line.id}
      line={line}
      reference={refAt(from + index)}
      delivery={delivery?.(line.id) ?? 'on-tablet'}
      photoCount={photos?.get(line.id) ?? 0}
      sides={sides}
      editing={editing === line.id || reopened.has(line.id)}
      reopened={reopened.has(line.id)}
      kindOpen={kindOpen === line.id}
      acts={acts}
    />
  )),
);

interface PieceOfLines {
  /** The index of its first line. */
  readonly from: number;
  readonly shown: readonly Shown[];
}

/** Cut at every twentieth line of all, so that a line at the end moves no other; a piece that did not change is the old one. */
function usePieces(lines: readonly Shown[], hidden: number): readonly PieceOfLines[] {
  const kept = useRef(new Map<number, PieceOfLines>());
  return useMemo(() => {
    const pieces = new Map<number, PieceOfLines>();
    for (let from = hidden; from < lines.length;) {
      const piece = Math.floor(from / pieceLength);
      const shown = lines.slice(from, (piece + 1) * pieceLength);
      const old = kept.current.get(piece);
      const same =
        old?.from === from && old.shown.length === shown.length && shown.every((one, at) => one === old.shown[at]);
      pieces.set(piece, same ? old : { from, shown });
      from += shown.length;
    }
    kept.current = pieces;
    return [...pieces.values()];
  }, [kept, lines, hidden]);
}
