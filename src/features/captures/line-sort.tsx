/**
 * Lines are put in order by their handle: dragged, or with the arrows while it has the focus. Where a dragged
 * line would land is read from the rows on screen, so that nothing is measured while one types.
 */
import {
  DndContext,
  DragOverlay,
  PointerSensor,
  useDraggable,
  useSensor,
  useSensors,
  type DragEndEvent,
  type DragMoveEvent,
} from '@dnd-kit/core';
import { memo, useCallback, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { GripDots } from '#ui/dots.tsx';
import styles from './line-sort.module.css';

interface SortHandleProps {
  readonly id: string;
  readonly reference: string;
  readonly onStep: ((by: -1 | 1) => void) | undefined;
}

export const SortHandle = memo(({ id, reference, onStep }: SortHandleProps) => {
  const t = useTranslations('captures.row');
  const { setNodeRef, listeners } = useDraggable({ id, disabled: !onStep });
  return (
    <button
      ref={setNodeRef}
      type="button"
      data-handle
      className={styles.handle}
      aria-label={t('move', { ref: reference })}
      {...listeners}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
        if (!by) return;
        event.preventDefault();
        onStep?.(by);
      }}
    >
      <GripDots size={16} className={styles.grip} />
      <span aria-hidden>{reference}</span>
    </button>
  );
});

/** What the list inside says of itself. */
export interface Sorted {
  /** What floats under the finger. */
  readonly renderPicture: (id: string) => ReactNode;
  /** `index` counts the rows on screen without the dragged one, from 0. */
  readonly onDrop: (id: string, index: number) => void;
}

/** One object, so that a drawn list does not give every handle a new sensor. */
const afterSixPixels = { activationConstraint: { distance: 6 } } as const;

/** The announcements of the drag library are in English; the arrows and the undo bar speak for themselves. */
const silent = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
};

interface LineSortProps {
  /** Read when something is dragged, so that nothing here is drawn again with every line. */
  readonly sorted: RefObject<Sorted | null>;
  readonly children: ReactNode;
}

/** Stands around the list and what is beside it. */
export const LineSort = ({ sorted, children }: LineSortProps) => {
  const sensors = useSensors(useSensor(PointerSensor, afterSixPixels));
  const [dragged, setDragged] = useState<string>();
  const frame = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const index = useRef<number>(undefined);

  const pointerY = useRef(0);
  const track = useCallback((event: PointerEvent) => {
    pointerY.current = event.clientY;
  }, []);

  const follow = ({ active }: DragMoveEvent) => {
    const box = frame.current;
    if (!box || !mark.current) return;
    const rows = [...box.querySelectorAll<HTMLElement>('[data-capture-id]')];
    const others = rows.filter((row) => row.dataset.captureId !== active.id).map((row) => row.getBoundingClientRect());
    const at = others.findIndex(({ top, height }) => pointerY.current < top + height / 2);
    index.current = at < 0 ? others.length : at;
    const edge = others[index.current]?.top ?? others.at(-1)?.bottom ?? 0;
    mark.current.style.insetBlockStart = `${edge - box.getBoundingClientRect().top}px`;
    mark.current.hidden = false;
  };

  const stop = () => {
    window.removeEventListener('pointermove', track, true);
    setDragged(undefined);
    if (mark.current) mark.current.hidden = true;
  };
  const drop = ({ active }: DragEndEvent) => {
    stop();
    if (index.current !== undefined) sorted.current?.onDrop(String(active.id), index.current);
  };

  return (
    <DndContext
      sensors={sensors}
      accessibility={silent}
      onDragStart={({ active, activatorEvent }) => {
        index.current = undefined;
        track(activatorEvent as PointerEvent);
        window.addEventListener('pointermove', track, true);
        setDragged(String(active.id));
      }}
      onDragMove={follow}
      onDragEnd={drop}
      onDragCancel={stop}
    >
      <div ref={frame} className={styles.frame}>
        {children}
        <div ref={mark} className={styles.mark} hidden />
      </div>
      <DragOverlay dropAnimation={null} className={styles.overlay}>
        {dragged === undefined ? null : <div className={styles.floating}>{sorted.current?.renderPicture(dragged)}</div>}
      </DragOverlay>
    </DndContext>
  );
};
