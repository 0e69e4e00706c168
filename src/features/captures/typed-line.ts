/**
 * The line being typed. It is local state, so that typing never waits for the disk; each key, chip and side is
 * written to its draft behind it. While an ended line is on its way to the store the draft is left alone: until
 * the line is a record, the draft is what a killed browser would bring back.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Id } from '#domain/id.ts';
import { drafts, keepIfLeft, onDraftFailure } from '#storage/browser-drafts.ts';
import type { CommitFailure } from '#storage/commit.ts';
import type { LinePlace } from '#storage/queries/captures.ts';
import { draftKeyOf, type DraftSlot } from './draft-slot.ts';
import type { EndedLines, LineChoice } from './held-lines.ts';
import { textsOf } from './new-line.ts';
import { rememberChoice, rememberedChoice } from './remembered-choice.ts';
import { draftOf, typedOf, type Typed } from './typed.ts';
import { useWriterKnown } from './writer-known.ts';

/** A photo taken later than this is no photo of the line before. */
const justEndedMs = 2 * 60_000;

interface TypedLineOptions {
  readonly place: LinePlace;
  readonly slot: DraftSlot | undefined;
  readonly onEnd: (texts: readonly string[], choice: LineChoice, finishing: string | undefined) => Promise<EndedLines>;
}

export interface TypedLine {
  readonly typed: Typed;
  /** Where the caret is to stand: changes when a text is put back. */
  readonly caret: { readonly at: number };
  readonly failure: CommitFailure | undefined;
  readonly setText: (text: string, caret: number) => void;
  readonly choose: (choice: Partial<LineChoice>) => void;
  /** Ends the line: it becomes a record, and the next one begins. Undefined where it says nothing. */
  readonly end: () => Promise<EndedLines | undefined>;
  /** Adds a line without words, for a photo that is one by itself; the line being typed stays as it is. */
  readonly addBlank: () => Promise<EndedLines>;
  /** The line that was ended here last, for the time in which a photo is meant for it. */
  readonly justEnded: () => Id<'capture'> | undefined;
  /** Ends several lines at once; undefined where none of them says anything. */
  readonly endAll: (texts: readonly string[]) => Promise<EndedLines | undefined>;
}

export function useTypedLine({ place, slot, onEnd }: TypedLineOptions): TypedLine {
  const [typed, setTyped] = useState<Typed>(() => ({ text: '', ...rememberedChoice(place) }));
  const [caret, setCaret] = useState({ at: 0 });
  const [failure, setFailure] = useState<CommitFailure>();
  const now = useRef({ typed, caret: 0 });
  /** Ended lines under way, and whether the draft has fallen behind meanwhile. */
  const gate = useRef({ busy: 0, stale: false });
  const just = useRef<{ readonly id: Id<'capture'>; readonly at: number }>(undefined);
  const latest = useRef({ place, slot, onEnd });
  latest.current = { place, slot, onEnd };

  const asDraft = useCallback(
    (key: string) => draftOf(key, latest.current.place, now.current.typed, now.current.caret),
    [],
  );
  const persist = useCallback(() => {
    const { slot: there } = latest.current;
    gate.current.stale = there === undefined || gate.current.busy > 0;
    if (there && !gate.current.stale) drafts.write(asDraft(there.key));
  }, [asDraft]);

  const show = useCallback((next: Typed) => {
    now.current.typed = next;
    setTyped(next);
  }, []);

  const setText = useCallback(
    (text: string, at: number) => {
      now.current.caret = at;
      show({ ...now.current.typed, text });
      if (!useWriterKnown.getState().typed) useWriterKnown.setState({ typed: true });
      persist();
    },
    [persist, show],
  );

  const choose = useCallback(
    (choice: Partial<LineChoice>) => {
      show({ ...now.current.typed, ...choice });
      rememberChoice(latest.current.place, now.current.typed);
      persist();
    },
    [persist, show],
  );

  const putBack = useCallback(
    (was: Typed, at: number) => {
      now.current.caret = at;
      show(was);
      setCaret({ at });
    },
    [show],
  );

  // Typed before it is known which draft it goes into.
  useEffect(() => {
    if (slot) return undefined;
    const own = `${draftKeyOf(latest.current.place)}:${crypto.randomUUID()}`;
    return keepIfLeft(() => (now.current.typed.text === '' ? [] : [asDraft(own)]));
  }, [slot, asDraft]);

  // What was being typed here comes back, as what it was.
  useEffect(() => {
    if (!slot) return;
    const { restored } = slot;
    if (restored) {
      const was = typedOf(restored);
      const { text } = now.current.typed;
      putBack(
        text === '' ? was : { ...was, text: `${was.text}\n${text}` },
        text === '' ? restored.caret : was.text.length + 1 + text.length,
      );
    }
    if (gate.current.stale) persist();
  }, [slot, persist, putBack]);

  useEffect(() => onDraftFailure((problem) => now.current.typed.text !== '' && setFailure(problem)), []);

  const send = useCallback(
    async (texts: readonly string[], was: Typed) => {
      const { text: _, ...choice } = was;
      gate.current.busy += 1;
      const key = latest.current.slot?.key;
      const ending = latest.current.onEnd(texts, choice, key);
      putBack({ text: '', ...choice }, 0);
      // The draft on the disk is the ended line's until that is a record; what is typed meanwhile is in none.
      const arrived = keepIfLeft(() => (key === undefined ? [] : [asDraft(key)]));
      const ended = await ending;
      gate.current.busy -= 1;
      setFailure(ended.failure);
      const id = ended.failure ? undefined : ended.ids.at(-1);
      if (id) just.current = { id, at: Date.now() };
      if (ended.failure) {
        if (was.text !== '' && now.current.typed.text === '') {
          ended.takeBack();
          putBack(was, was.text.length);
        } else ended.keep();
      }
      if (gate.current.stale) persist();
      arrived();
      return ended;
    },
    [asDraft, persist, putBack],
  );

  const end = useCallback(async () => {
    const was = now.current.typed;
    const texts = textsOf(was.text);
    return texts.length > 0 ? send(texts, was) : undefined;
  }, [send]);

  const addBlank = useCallback(() => {
    const { text: _, ...choice } = now.current.typed;
    return latest.current.onEnd([''], choice, undefined);
  }, []);

  const justEnded = useCallback(
    () => (just.current && Date.now() - just.current.at < justEndedMs ? just.current.id : undefined),
    [],
  );

  const endAll = useCallback(
    async (texts: readonly string[]) => {
      const whole = texts.flatMap((text) => textsOf(text));
      return whole.length > 0 ? send(whole, { ...now.current.typed, text: '' }) : undefined;
    },
    [send],
  );

  return { typed, caret, failure, setText, choose, end, addBlank, justEnded, endAll };
}
