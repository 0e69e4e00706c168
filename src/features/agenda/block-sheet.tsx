/** Everything about one block, beside the agenda it belongs to. */
import { useTranslations } from 'use-intl';
import { minutesOf, usualDurationMin } from '#domain/agenda.ts';
import { type BlockCategory, blockCategories } from '#domain/nouns/vocabulary.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { useWrites } from '#parts/use-writes.tsx';
import type { Entity } from '#storage/row.ts';
import { useField } from '#storage/use-field.ts';
import { CheckField, SelectField, TextArea, TextField, TimeField } from '#ui/field.tsx';
import { NumberStepper } from '#ui/number-stepper.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { setBlock, setDuration } from './commands.ts';
import styles from './agenda.module.css';

interface BlockSheetProps {
  readonly block: Entity<'block'>;
  readonly session: Entity<'session'>;
  readonly onClose: () => void;
}

export const BlockSheet = ({ block, session, onClose }: BlockSheetProps) => {
  const t = useTranslations('agenda');
  const fields = useTranslations('nouns.block');
  const words = useTranslations('words');
  const { write, problem } = useWrites();
  const title = useField(block, 'title');
  const method = useField(block, 'method');
  const facilitator = useField(block, 'facilitator');
  const goal = useField(block, 'goal');
  const instructions = useField(block, 'instructions');
  const materials = useField(block, 'materials');
  const days = session.days?.length ?? 1;
  const failure = [title, method, facilitator, goal, instructions, materials].find((field) => field.failure)?.failure;
  const bound = (field: typeof title) => ({
    value: field.value,
    onChange: field.onChange,
    restoredCaret: field.caret,
    onBlur: () => void field.finish(),
  });

  return (
    <Sheet opened onClose={onClose} title={block.title || t('untitled')} closeLabel={t('closeSheet')}>
      <div className={styles.sheet}>
        <CommitProblem failure={failure} />
        {problem}
        <TextField label={fields('title')} {...bound(title)} onEnter={() => void title.finish()} />
        <NumberStepper
          label={t('fields.duration')}
          value={block.durationMin ?? usualDurationMin}
          onChange={(minutes) => void write(() => setDuration(block, minutes))}
          min={5}
          max={1440}
          step={5}
          unit={t('fields.minutesUnit')}
          fewerLabel={t('fields.fewer')}
          moreLabel={t('fields.moreMinutes')}
        />
        <CheckField
          label={t('fields.lock')}
          description={t('fields.lockHelp')}
          checked={Boolean(block.fixedStart)}
          onChange={(locked) => void write(() => setBlock(block, { fixedStart: locked ? '12:30' : null }))}
        />
        {block.fixedStart ? (
          <TimeField
            label={t('fields.lockAt')}
            value={block.fixedStart}
            onChange={(time) => {
              if (Number.isFinite(minutesOf(time)) && time !== '')
                void write(() => setBlock(block, { fixedStart: time }));
            }}
          />
        ) : null}
        <SelectField<BlockCategory>
          label={t('fields.category')}
          value={block.category ?? ''}
          emptyLabel={t('fields.none')}
          options={blockCategories.map((value) => ({ value, label: words(`blockCategory.${value}`) }))}
          onChange={(category) => void write(() => setBlock(block, { category: category === '' ? null : category }))}
        />
        {days > 1 ? (
          <SelectField
            label={t('fields.day')}
            value={String(Math.min(block.day ?? 0, days - 1))}
            options={Array.from({ length: days }, (_, day) => ({
              value: String(day),
              label: t('dayTitle', { day: day + 1 }),
            }))}
            onChange={(day) => void write(() => setBlock(block, { day: Number(day) }))}
          />
        ) : null}
        <TextField label={fields('method')} {...bound(method)} />
        <TextField label={fields('facilitator')} {...bound(facilitator)} />
        <TextArea label={fields('goal')} {...bound(goal)} />
        <TextArea label={fields('instructions')} {...bound(instructions)} />
        <TextArea label={fields('materials')} {...bound(materials)} />
      </div>
    </Sheet>
  );
};
