/**
 * The line at the foot of the register: a name, a comma, an organisation; Enter adds and keeps the focus. What is
 * typed is on the disk at every key. Text with tabs or several lines, pasted here, opens the sheet for lists.
 */
import { Button } from '@mantine/core';
import { IconAddressBook, IconDoorEnter, IconTableImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HalfDay } from '#domain/attendance.ts';
import { halfDayKey, halfDaysOf } from '#domain/attendance.ts';
import { duplicateIndex, fullName, readPersonLine } from '#domain/name-key.ts';
import { type Side, sides as allSides } from '#domain/nouns/vocabulary.ts';
import { drafts } from '#storage/browser-drafts.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { leftDraft } from '#storage/live-pages.ts';
import { peopleOf } from '#storage/queries/people.ts';
import type { Entity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { useKeyboardInset } from '#ui/keyboard-inset.ts';
import { Menu } from '#ui/menu.tsx';
import { useRestoredCaret } from '#ui/restored-caret.ts';
import { SideRing } from '#ui/side-ring.tsx';
import { useStandingBar } from '#ui/standing-bar.ts';
import { addPeople, registerOf } from './commands.ts';
import { CommitProblem } from './commit-problem.tsx';
import type { DayWords } from './half-days.ts';
import { SamePersonQuestion } from './same-person-question.tsx';
import type { SideWords } from './sides.ts';
import type { RegisterView } from './use-register.ts';
import styles from './quick-add.module.css';

interface QuickAddProps {
  readonly view: RegisterView;
  readonly sides: Readonly<Record<Side, SideWords>>;
  readonly dayWords: DayWords;
  /** The half-day in which a walk-in is marked present. */
  readonly halfDay: HalfDay;
  readonly onHalfDay: (halfDay: HalfDay) => void;
  readonly onAdded: (personId: string) => void;
  /** Text of a spreadsheet was pasted, or is to be. */
  readonly onPasted: (text: string) => void;
  readonly onFromList: () => void;
}

interface Asked {
  readonly person: Entity<'person'>;
  readonly reason: 'phone' | 'name';
}

export const draftKeyOf = (sessionId: string): string => `person:${sessionId}`;

export const QuickAdd = ({
  view,
  sides,
  dayWords,
  halfDay,
  onHalfDay,
  onAdded,
  onPasted,
  onFromList,
}: QuickAddProps) => {
  const t = useTranslations('register');
  const { session } = view;
  const key = draftKeyOf(session.id);
  const registerId = registerOf(session);
  // Read ahead, so that Enter need not wait: a letter typed meanwhile would be lost.
  const known = useLive(() => peopleOf(registerId), [registerId]);
  const [text, setText] = useState('');
  const [caret, setCaret] = useState<number>();
  const [side, setSide] = useState<Side>();
  const [isWalkIn, setWalkIn] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const [failure, setFailure] = useState<CommitFailure>();
  const bar = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef({ text, side, isWalkIn });
  typed.current = { text, side, isWalkIn };
  useStandingBar(bar);
  useKeyboardInset();
  useRestoredCaret(input, caret);

  // What was being typed when the page was left, or the browser killed.
  useEffect(() => {
    let open = true;
    void leftDraft(key).then((row) => {
      if (!open || !row || typed.current.text !== '') return;
      setText(row.text);
      setCaret(row.caret);
      setSide(allSides.find((known) => known === row.about.side));
      setWalkIn(row.about.walkIn === 'yes');
    });
    return () => {
      open = false;
    };
  }, [key]);

  const keep = (now: { text: string; side: Side | undefined; isWalkIn: boolean; caret?: number }) => {
    if (now.text.trim() === '') return void drafts.discard(key);
    drafts.write({
      key,
      text: now.text,
      caret: now.caret ?? now.text.length,
      at: Date.now(),
      about: {
        screen: 'register',
        scope: session.scope,
        sessionId: session.id,
        ...(now.side && { side: now.side }),
        ...(now.isWalkIn && { walkIn: 'yes' }),
      },
    });
  };

  const onChange = (next: string, at: number | null) => {
    setText(next);
    setAsked(undefined);
    keep({ ...typed.current, text: next, caret: at ?? next.length });
  };

  const add = async (same?: Entity<'person'>, isOther = false) => {
    const line = typed.current.text;
    const { givenName, familyName, organisation } = readPersonLine(line);
    if (givenName === '' && familyName === '') return;
    const values = { givenName, familyName, organisation, ...(side && { side }) };
    if (!same && !isOther) {
      const found = duplicateIndex(known ?? []).find(values);
      if (found) return setAsked(found);
    }
    setAsked(undefined);
    setText('');
    typed.current = { ...typed.current, text: '' };
    await drafts.finish(key);
    const { ids, written } = await addPeople(
      session,
      [{ values: clean(values), same, listed: view.registered.some(({ personId }) => personId === same?.id) }],
      { source: isWalkIn ? 'walk_in' : 'invited', finishing: [key], ...(isWalkIn && { hereIn: halfDay }) },
    );
    if (written.ok) {
      setFailure(undefined);
      if (ids[0]) onAdded(ids[0]);
      // A key that was typed meanwhile may have been on the disk when the draft ended.
      if (typed.current.text !== '') keep(typed.current);
    } else {
      setFailure(written.error);
      const next = typed.current.text === '' ? line : `${line} ${typed.current.text}`;
      setText(next);
      keep({ ...typed.current, text: next });
    }
  };

  return (
    <div ref={bar} className={styles.bar}>
      <div className={styles.inside}>
        {failure || asked ? (
          <div className={styles.told}>
            <CommitProblem failure={failure} kept onRetry={() => void add()} />
            {asked ? (
              <SamePersonQuestion
                name={fullName(asked.person)}
                organisation={asked.person.organisation ?? ''}
                reason={asked.reason}
                onSame={() => void add(asked.person)}
                onOther={() => void add(undefined, true)}
              />
            ) : null}
          </div>
        ) : null}
        <div className={styles.choices}>
          <ChipRow label={t('add.side')}>
            {allSides.map((one) => (
              <Chip
                key={one}
                keepFocus
                pressed={side === one}
                accessibleName={sides[one].name}
                onPress={() => {
                  const next = side === one ? undefined : one;
                  setSide(next);
                  keep({ ...typed.current, side: next });
                }}
                label={
                  <span className={styles.side}>
                    <SideRing letter={sides[one].letter} name={sides[one].name} pattern={sides[one].pattern} />
                    <span className={styles.sideName}>{sides[one].name}</span>
                  </span>
                }
              />
            ))}
          </ChipRow>
          <div className={styles.walkIn}>
            <Chip
              keepFocus
              icon={IconDoorEnter}
              pressed={isWalkIn}
              label={t('add.walkIn')}
              onPress={() => {
                setWalkIn(!isWalkIn);
                keep({ ...typed.current, isWalkIn: !isWalkIn });
              }}
            />
            {isWalkIn ? (
              <select
                className={styles.when}
                aria-label={t('add.walkInWhen')}
                value={halfDayKey(halfDay)}
                onChange={(event) => {
                  const chosen = halfDaysOf(view.days.length).find(
                    (one) => halfDayKey(one) === event.currentTarget.value,
                  );
                  if (chosen) onHalfDay(chosen);
                }}
              >
                {halfDaysOf(view.days.length).map((one) => (
                  <option key={halfDayKey(one)} value={halfDayKey(one)}>
                    {dayWords.halfDay(one)}
                  </option>
                ))}
              </select>
            ) : null}
          </div>
        </div>
        <div className={styles.line}>
          <input
            ref={input}
            className={styles.input}
            aria-label={t('add.label')}
            placeholder={t('add.placeholder')}
            autoComplete="off"
            autoCapitalize="words"
            spellCheck={false}
            enterKeyHint="done"
            maxLength={900}
            value={text}
            onChange={({ currentTarget }) => onChange(currentTarget.value, currentTarget.selectionEnd)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
              if (event.key === 'Escape') setAsked(undefined);
            }}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain');
              if (!/[\t\n\r]/.test(pasted.trim())) return;
              event.preventDefault();
              onPasted(pasted);
            }}
          />
          <Button
            variant="filled"
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            disabled={text.trim() === ''}
            onClick={() => {
              void add();
              input.current?.focus();
            }}
          >
            {t('add.button')}
          </Button>
          <Menu
            label={t('add.more')}
            items={[
              { label: t('add.fromSpreadsheet'), icon: IconTableImport, onPick: () => onPasted('') },
              { label: t('add.fromList'), icon: IconAddressBook, onPick: onFromList },
            ]}
          />
        </div>
      </div>
    </div>
  );
};

/** Without the fields of which nothing was said. */
const clean = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;
