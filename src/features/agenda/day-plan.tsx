/** One day of the agenda: its blocks in order, moved by their handles or by the arrow keys, and the next one to add. */
import {
  closestCenter,
  DndContext,
  type DragCancelEvent,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useTranslations } from 'use-intl';
import { clockOfMinutes, type PlannedDay } from '#domain/agenda.ts';
import { useWrites } from '#parts/use-writes.tsx';
import type { Entity } from '#storage/row.ts';
import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/section.tsx';
import { AddBlock } from './add-block.tsx';
import { BlockRow } from './block-row.tsx';
import { moveBlock } from './commands.ts';
import styles from './agenda.module.css';

interface DayPlanProps {
  readonly session: Entity<'session'>;
  readonly plan: PlannedDay<Entity<'block'>>;
  readonly title: string;
  readonly nextId: string | undefined;
  readonly onOpen: (block: Entity<'block'>) => void;
}

export const DayPlan = ({ session, plan, title, nextId, onOpen }: DayPlanProps) => {
  const t = useTranslations('agenda');
  const { write, problem } = useWrites();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const blocks = plan.blocks.map(({ block }) => block);

  const move = (from: number, to: number) => {
    const block = blocks[from];
    if (!block || from === to || to < 0 || to >= blocks.length) return;
    const others = blocks.filter((_, at) => at !== from);
    void write(() => moveBlock(block, others[to - 1], others[to]));
  };
  /** Said aloud while a block is moved without being seen. */
  const placeOf = (id: unknown) => {
    const at = blocks.findIndex((block) => block.id === id);
    return at < 0 ? undefined : t('place', { at: at + 1, count: blocks.length });
  };
  const announcements = {
    onDragStart: ({ active }: DragStartEvent) => placeOf(active.id),
    onDragOver: ({ over }: DragOverEvent) => placeOf(over?.id),
    onDragEnd: ({ over }: DragEndEvent) => placeOf(over?.id),
    onDragCancel: ({ active }: DragCancelEvent) => placeOf(active.id),
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const place = (id: unknown) => blocks.findIndex((block) => block.id === id);
    if (over) move(place(active.id), place(over.id));
  };

  return (
    <Section
      title={title}
      note={
        blocks.length > 0
          ? t('dayRange', { from: clockOfMinutes(plan.startMin), to: clockOfMinutes(plan.endMin) })
          : undefined
      }
    >
      {blocks.length === 0 ? (
        <Empty title={t('empty.title')} example={t('empty.example')}>
          {t('empty.words')}
        </Empty>
      ) : (
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          onDragEnd={onDragEnd}
          accessibility={{ announcements, screenReaderInstructions: { draggable: t('dragHelp') } }}
        >
          <SortableContext items={blocks.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
            <ol className={styles.line}>
              {plan.blocks.map((planned, at) => (
                <BlockRow
                  key={planned.block.id}
                  planned={planned}
                  session={session}
                  isNext={planned.block.id === nextId}
                  write={write}
                  onOpen={() => onOpen(planned.block)}
                  onMove={(by) => move(at, at + by)}
                />
              ))}
            </ol>
          </SortableContext>
        </DndContext>
      )}
      {problem}
      <AddBlock sessionId={session.id} day={plan.day} above={blocks.length} />
    </Section>
  );
};
