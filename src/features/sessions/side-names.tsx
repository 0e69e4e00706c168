/** What the sides are called in this programme: "Ministry", "CSOs". Empty ones keep the usual words. */
import { useTranslations } from 'use-intl';
import { type Side, sides } from '#domain/nouns/vocabulary.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import type { Entity } from '#storage/row.ts';
import { TextField } from '#ui/field.tsx';
import { setSideLabel } from './commands.ts';
import { useTypedText } from './typed-text.ts';
import styles from './sessions.module.css';

export const SideNames = ({ programme }: { readonly programme: Entity<'programme'> }) => {
  const t = useTranslations('sessions.programme');
  return (
    <fieldset className={styles.sides}>
      <legend className={styles.legend}>{t('sides')}</legend>
      <div className={styles.three}>
        {sides.map((side) => (
          <SideName key={side} programme={programme} side={side} />
        ))}
      </div>
    </fieldset>
  );
};

const SideName = ({ programme, side }: { readonly programme: Entity<'programme'>; readonly side: Side }) => {
  const words = useTranslations('words.side');
  const key = `programme:${programme.id}:sideLabels.${side}`;
  const { value, caret, onChange, finish, failure } = useTypedText({
    key,
    about: { noun: 'programme', id: programme.id, scope: programme.scope, field: 'sideLabels' },
    stored: programme.sideLabels?.[side] ?? '',
    keep: (name) => setSideLabel(programme, side, name, key),
  });
  return (
    <div>
      <TextField
        label={words(side)}
        placeholder={words(side)}
        value={value}
        onChange={onChange}
        restoredCaret={caret}
        onBlur={() => void finish()}
        onEnter={() => void finish()}
        maxLength={500}
      />
      <CommitProblem failure={failure} onRetry={() => void finish()} />
    </div>
  );
};
