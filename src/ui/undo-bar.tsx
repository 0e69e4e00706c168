/** Says what was done and takes it back in one tap. It stands above the bar one types in, never over it. */
import { IconArrowBackUp } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useUndo } from './undo.ts';
import styles from './undo-bar.module.css';

interface UndoBarProps {
  /** The word on the button. */
  readonly undoLabel: string;
}

export const UndoBar = ({ undoLabel }: UndoBarProps) => {
  const current = useUndo((state) => state.current);
  const takeBack = useUndo((state) => state.takeBack);
  return (
    <div role="status" className={styles.place}>
      {current ? (
        <div className={styles.bar}>
          <span className={styles.done}>{current.done}</span>
          <Button
            variant="transparent"
            className={styles.undo}
            leftSection={<IconArrowBackUp aria-hidden />}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => void takeBack()}
          >
            {undoLabel}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
