/** The fields that a kind of line has of its own. Those that were filled while it was another kind stay in sight. */
import { useTranslations } from 'use-intl';
import { actionStatuses, type Kind } from '#domain/nouns/vocabulary.ts';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { RecordField } from '#parts/record-field.tsx';
import { CheckField, DateField, SelectField } from '#ui/field.tsx';
import type { Line, LineFacts } from './commands.ts';
import styles from './kind-fields.module.css';

interface KindFieldsProps {
  readonly line: Line;
  readonly onSet: (facts: LineFacts) => void;
}

const followed: readonly Kind[] = ['action', 'issue', 'decision', 'commitment'];
const worded: readonly Kind[] = ['principle', 'definition', 'decision', 'commitment'];

export const KindFields = ({ line, onSet }: KindFieldsProps) => {
  const noun = useTranslations('nouns.capture');
  const words = useTranslations('words.actionStatus');
  const t = useTranslations('captures.sheet');
  const kind = line.kind ?? 'note';
  const isOf = (kinds: readonly Kind[], ...fields: readonly (keyof Line)[]) =>
    kinds.includes(kind) ||
    fields.some((field) => line[field] !== undefined && line[field] !== null && line[field] !== '');

  return (
    <>
      {isOf(['barrier'], 'severity') ? (
        <div className={styles.group}>
          <span className={styles.label}>{noun('severity')}</span>
          <ChipRow label={noun('severity')}>
            {([1, 2, 3, 4, 5] as const).map((severity) => (
              <Chip
                key={severity}
                label={severity}
                tone="var(--kind-barrier)"
                pressed={line.severity === severity}
                onPress={() => onSet({ severity: line.severity === severity ? null : severity })}
              />
            ))}
          </ChipRow>
        </div>
      ) : null}
      {isOf(['good_practice'], 'who', 'place', 'when', 'done', 'result', 'worked') ? (
        <div className={styles.group}>
          <RecordField record={line} field="who" label={noun('who')} multiline />
          <div className={styles.pair}>
            <RecordField record={line} field="place" label={noun('place')} />
            <RecordField record={line} field="when" label={noun('when')} />
          </div>
          <RecordField record={line} field="done" label={noun('done')} multiline />
          <RecordField record={line} field="result" label={noun('result')} multiline />
          <RecordField record={line} field="worked" label={noun('worked')} multiline />
          <CheckField
            label={noun('contactConsent')}
            description={t('consent')}
            checked={line.contactConsent === true}
            onChange={(contactConsent) => onSet({ contactConsent })}
          />
        </div>
      ) : null}
      {isOf(followed, 'owner', 'dueOn', 'status') ? (
        <div className={styles.group}>
          <RecordField record={line} field="owner" label={noun('owner')} />
          <div className={styles.pair}>
            <DateField
              label={noun('dueOn')}
              value={line.dueOn ?? ''}
              onChange={(dueOn) => onSet({ dueOn: dueOn || null })}
            />
            <SelectField
              label={noun('status')}
              value={line.status ?? ''}
              emptyLabel={t('statusNone')}
              options={actionStatuses.map((value) => ({ value, label: words(value) }))}
              onChange={(status) => onSet({ status: status || null })}
            />
          </div>
        </div>
      ) : null}
      {isOf(['commitment'], 'parties') ? <RecordField record={line} field="parties" label={noun('parties')} /> : null}
      {isOf(['commitment'], 'firstStep') ? (
        <RecordField record={line} field="firstStep" label={noun('firstStep')} multiline />
      ) : null}
      {isOf(worded, 'wordingAgreed') ? (
        <CheckField
          label={noun('wordingAgreed')}
          checked={line.wordingAgreed === true}
          onChange={(wordingAgreed) => onSet({ wordingAgreed })}
        />
      ) : null}
    </>
  );
};
