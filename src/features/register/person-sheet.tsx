/** Everything of one person: their name, whom they represent, their side here, how to reach them, and what was changed. */
import { Button } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { fullName } from '#domain/name-key.ts';
import { ageBands, sexes, type Side, sides as allSides } from '#domain/nouns/vocabulary.ts';
import { sideOf } from '#domain/quotas.ts';
import { ErasedNote, EraseRecord } from '#parts/erase-record.tsx';
import type { CommitFailure } from '#storage/commit.ts';
import type { Registered } from '#storage/queries/people.ts';
import { type Entity, isErasedEntity } from '#storage/row.ts';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { SelectField } from '#ui/field.tsx';
import { Problem } from '#ui/problem.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { SideRing } from '#ui/side-ring.tsx';
import { offerUndo } from '#ui/undo.ts';
import { setPerson, setSide, setStatus } from './commands.ts';
import { CommitProblem } from './commit-problem.tsx';
import { PersonField } from './person-field.tsx';
import { PersonHistory } from './person-history.tsx';
import type { SideWords } from './sides.ts';
import styles from './sheets.module.css';

interface PersonSheetProps {
  readonly listed: Registered;
  readonly sides: Readonly<Record<Side, SideWords>>;
  readonly onClose: () => void;
}

export const PersonSheet = ({ listed, sides, onClose }: PersonSheetProps) => {
  const t = useTranslations('register');
  const app = useTranslations('app');
  const words = useTranslations('words');
  const [failure, setFailure] = useState<CommitFailure>();
  const { person, registration } = listed;
  const erasing = useTranslations('erasing');
  const isErased = person !== undefined && isErasedEntity(person);
  const name = isErased ? erasing('person') : (person && fullName(person)) || t('list.nameless');
  const side = sideOf(listed);

  const run = async (work: Promise<{ readonly ok: true } | { readonly ok: false; readonly error: CommitFailure }>) => {
    const written = await work;
    setFailure(written.ok ? undefined : written.error);
    return written.ok;
  };

  const withdraw = async () => {
    if (!(await run(setStatus([registration], 'withdrawn')))) return;
    onClose();
    offerUndo({ done: t('person.withdrawn', { name }), undo: () => setStatus([registration]) });
  };

  return (
    <Sheet
      opened
      onClose={onClose}
      title={name}
      closeLabel={app('do.close')}
      foot={
        <Button
          variant="default"
          color="danger"
          leftSection={<IconUserMinus aria-hidden />}
          onClick={() => void withdraw()}
        >
          {t('person.withdraw')}
        </Button>
      }
    >
      <CommitProblem failure={failure} />
      <div>
        <p className={styles.label}>{t('side.here')}</p>
        <ChipRow label={t('side.here')}>
          {allSides.map((one) => (
            <Chip
              key={one}
              pressed={side === one}
              label={
                <span className={styles.side}>
                  <SideRing letter={sides[one].letter} name={sides[one].name} pattern={sides[one].pattern} />
                  {sides[one].name}
                </span>
              }
              accessibleName={sides[one].name}
              onPress={() => void run(setSide(listed, side === one ? null : one))}
            />
          ))}
        </ChipRow>
      </div>
      {person && isErased ? (
        <ErasedNote record={person} />
      ) : person ? (
        <PersonFields person={person} run={run} />
      ) : (
        <Problem role="status" happened={t('person.missing')} advice={t('person.missingAdvice')} />
      )}
      <p className={styles.note}>
        {t('person.cameBy', {
          source: words(`registrationSource.${registration.source ?? 'invited'}`),
        })}
      </p>
      <PersonHistory listed={listed} sides={sides} />
      {person && !isErased ? <EraseRecord record={person} name={name} /> : null}
    </Sheet>
  );
};

interface PersonFieldsProps {
  readonly person: Entity<'person'>;
  readonly run: (work: ReturnType<typeof setPerson>) => Promise<boolean>;
}

const PersonFields = ({ person, run }: PersonFieldsProps) => {
  const t = useTranslations('register');
  const app = useTranslations('app');
  const nouns = useTranslations('nouns.person');
  const words = useTranslations('words');
  return (
    <>
      <PersonField person={person} field="givenName" autoCapitalize="words" />
      <PersonField person={person} field="familyName" autoCapitalize="words" />
      <PersonField person={person} field="organisation" />
      <PersonField person={person} field="function" />
      <PersonField person={person} field="place" autoCapitalize="words" />
      <details className={styles.more}>
        <summary>{t('person.more')}</summary>
        <div className={styles.moreFields}>
          <p className={styles.note}>{t('person.moreNote')}</p>
          <PersonField person={person} field="phone" type="tel" inputMode="tel" />
          <PersonField person={person} field="email" type="email" inputMode="email" autoCapitalize="none" />
          <SelectField
            label={nouns('sex')}
            value={person.sex ?? ''}
            emptyLabel={app('empty.notSaid')}
            options={sexes
              .filter((sex) => sex !== 'not_said' || person.sex === sex)
              .map((value) => ({ value, label: words(`sex.${value}`) }))}
            onChange={(sex) => void run(setPerson(person, { sex: sex === '' ? null : sex }))}
          />
          <SelectField
            label={nouns('ageBand')}
            value={person.ageBand ?? ''}
            emptyLabel={app('empty.notSaid')}
            options={ageBands
              .filter((band) => band !== 'not_said' || person.ageBand === band)
              .map((value) => ({ value, label: words(`ageBand.${value}`) }))}
            onChange={(ageBand) => void run(setPerson(person, { ageBand: ageBand === '' ? null : ageBand }))}
          />
          <PersonField person={person} field="sector" />
          <PersonField person={person} field="accessNeeds" long />
        </div>
      </details>
    </>
  );
};
