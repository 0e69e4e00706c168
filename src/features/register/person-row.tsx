/** One person of the list: who they are, whom they represent, and a box for each half-day. Never a phone or an address. */
import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { type HalfDay, halfDayKey } from '#domain/attendance.ts';
import { SideRing } from '#ui/side-ring.tsx';
import type { DayWords } from './half-days.ts';
import type { SideWords } from './sides.ts';
import { isIn } from './use-register.ts';
import styles from './list.module.css';

interface PersonRowProps {
  readonly personId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly organisation: string;
  /** Who it was is erased. */
  readonly erased: boolean;
  readonly side: SideWords | undefined;
  /** The half-days they were present in, as keysText writes them. */
  readonly present: string;
  readonly halfDays: readonly HalfDay[];
  readonly dayWords: DayWords;
  /** The last one added. */
  readonly isNew: boolean;
  readonly onOpen: (personId: string) => void;
  readonly onTap: (personId: string, halfDay: HalfDay, present: boolean) => void;
}

export const rowId = (personId: string): string => `person-${personId}`;

export const PersonRow = memo(
  ({
    personId,
    familyName,
    givenName,
    organisation,
    erased,
    side,
    present,
    halfDays,
    dayWords,
    isNew,
    onOpen,
    onTap,
  }: PersonRowProps) => {
    const t = useTranslations('register');
    const words = useTranslations('words');
    const erasing = useTranslations('erasing');
    const name = `${givenName} ${familyName}`.trim() || (erased ? erasing('person') : t('list.nameless'));
    return (
      <li id={rowId(personId)} className={styles.row} data-new={isNew || undefined}>
        <button type="button" className={styles.who} onClick={() => onOpen(personId)}>
          {side ? (
            <SideRing letter={side.letter} name={side.name} pattern={side.pattern} />
          ) : (
            <SideRing letter="–" name={t('side.notSaid')} pattern="dotted" />
          )}
          <span className={styles.words}>
            <span className={styles.name}>
              {familyName === '' ? (
                name
              ) : (
                <>
                  <b>{familyName}</b>
                  {givenName === '' ? null : `, ${givenName}`}
                </>
              )}
            </span>
            {organisation === '' ? null : <span className={styles.organisation}>{organisation}</span>}
          </span>
        </button>
        {halfDays.map((halfDay) => {
          const isPresent = isIn(present, halfDay);
          return (
            <button
              key={halfDayKey(halfDay)}
              type="button"
              className={styles.box}
              data-part={halfDay.part}
              aria-pressed={isPresent}
              aria-label={t('list.present', { name, halfDay: dayWords.halfDay(halfDay) })}
              onClick={() => onTap(personId, halfDay, !isPresent)}
            >
              {isPresent ? <IconCheck aria-hidden size={28} stroke={3} /> : words(`dayPartShort.${halfDay.part}`)}
            </button>
          );
        })}
      </li>
    );
  },
);
