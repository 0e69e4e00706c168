/**
 * Where one line is typed. Enter ends it, Shift and Enter make a new row in it; keyboards on the screen that send
 * no key for Enter are understood by what they are about to insert; an Enter that ends a composition ends nothing else.
 */
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import { useRestoredCaret } from '#ui/restored-caret.ts';
import styles from './line-area.module.css';

export interface LineAreaHandle {
  readonly focus: (caret?: number) => void;
}

interface LineAreaProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string, caret: number) => void;
  /** Enter. */
  readonly onEnd: () => void;
  readonly onBlur?: () => void;
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** Other keys, e.g. the arrow up out of an empty line. */
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** Where the caret is to stand: applied when the object changes. */
  readonly caret?: { readonly at: number };
  /** Where it stood, of a text that came back after a crash. */
  readonly restoredCaret?: number;
  readonly ref?: Ref<LineAreaHandle>;
}

export const LineArea = ({
  label,
  placeholder,
  value,
  onChange,
  onEnd,
  onBlur,
  onPaste,
  onKey,
  caret,
  restoredCaret,
  ref,
}: LineAreaProps) => {
  const area = useRef<HTMLTextAreaElement>(null);
  useRestoredCaret(area, restoredCaret);
  const shift = useRef(false);
  const ends = useRef(onEnd);
  ends.current = onEnd;

  useImperativeHandle(ref, () => ({
    focus: (at) => {
      area.current?.focus({ preventScroll: true });
      if (at !== undefined) area.current?.setSelectionRange(at, at);
    },
  }));

  useLayoutEffect(() => {
    if (caret) area.current?.setSelectionRange(caret.at, caret.at);
  }, [caret]);

  useLayoutEffect(() => {
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [value]);

  useEffect(() => {
    const element = area.current;
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType !== 'insertLineBreak' && event.inputType !== 'insertParagraph') return;
      if (shift.current) return;
      event.preventDefault();
      ends.current();
    };
    element?.addEventListener('beforeinput', onBeforeInput);
    return () => element?.removeEventListener('beforeinput', onBeforeInput);
  }, []);

  return (
    <textarea
      ref={area}
      className={styles.area}
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      value={value}
      enterKeyHint="enter"
      autoCapitalize="sentences"
      autoComplete="off"
      spellCheck
      onChange={({ currentTarget }) => onChange(currentTarget.value, currentTarget.selectionStart)}
      onKeyDown={(event) => {
        shift.current = event.shiftKey;
        if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
          event.preventDefault();
          onEnd();
        } else onKey?.(event);
      }}
      onBlur={onBlur}
      onPaste={onPaste}
    />
  );
};
