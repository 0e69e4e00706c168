/** What a group is called, what it was asked, where it sits, who reports, and in which block it works. */
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { RecordField } from '#parts/record-field.tsx';
import type { SessionPlaces } from '#storage/queries/groups.ts';
import { SelectField } from '#ui/field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { type Group, moveToBlock } from './commands.ts';
import { useGroupWords } from './group-words.ts';
import { useAttempt } from './use-attempt.ts';

interface GroupSheetProps {
  readonly group: Group;
  readonly places: SessionPlaces;
  readonly onClose: () => void;
}

export const GroupSheet = ({ group, places, onClose }: GroupSheetProps) => {
  const t = useTranslations('groups');
  const noun = useTranslations('nouns.group');
  const app = useTranslations('app.do');
  const { nameOf, blockName } = useGroupWords(places);
  const { refusal, attempt } = useAttempt();
  const name = nameOf(group);

  const onBlock = (value: string) => {
    const blockId = value as Id<'block'>;
    const from = group.blockId;
    if (!blockId || blockId === from) return;
    const there = (id: string) => places.groups.filter((one) => one.blockId === id && one.id !== group.id);
    void attempt(
      () => moveToBlock(group, blockId, there(blockId)),
      t('done.movedTo', { name, block: blockName(blockId) ?? '' }),
      () => moveToBlock(group, from ?? blockId, there(from ?? blockId)),
    );
  };

  return (
    <Sheet opened onClose={onClose} title={name} closeLabel={app('close')}>
      <CommitProblem failure={refusal?.failure} onRetry={refusal?.retry} />
      <RecordField record={group} field="label" label={noun('label')} placeholder={name} />
      <RecordField record={group} field="question" label={noun('question')} multiline />
      <RecordField record={group} field="place" label={noun('place')} />
      <RecordField record={group} field="rapporteur" label={noun('rapporteur')} />
      <SelectField
        label={noun('blockId')}
        value={group.blockId ?? ''}
        options={places.blocks.map(({ id }) => ({ value: id as string, label: blockName(id) ?? '' }))}
        onChange={onBlock}
      />
    </Sheet>
  );
};
