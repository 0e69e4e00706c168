/**
 * A sheet from the edge: from the bottom on a phone or an upright tablet, from the side on a wide one, so that
 * the list it was opened from stays in view. Escape, the cross and a tap beside it close it. The focus goes to the
 * element marked `data-autofocus`, else to the title; when it closes, back to where it came from.
 */
import { IconX } from '@tabler/icons-react';
import { ActionIcon } from '@mantine/core';
import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import styles from './sheet.module.css';

interface SheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** The words of the cross. */
  readonly closeLabel: string;
  /** Leaves the page behind it in use: for captures, which are never blocked. */
  readonly beside?: boolean;
  /** What stands at the foot, in reach of the thumb, while the rest scrolls. */
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}

export const Sheet = ({ opened, onClose, title, closeLabel, beside = false, foot, children }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  // Its end runs while it is still on the page, which has forgotten the focus a moment later.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !opened) return;
    const opener = document.activeElement;
    if (beside) element.show();
    else element.showModal();
    // Not the cross: its ring would be the first thing seen.
    const first = element.querySelector<HTMLElement>('[data-autofocus]') ?? element.querySelector('h2');
    first?.focus();
    return () => {
      const hadFocus = element.contains(document.activeElement) || document.activeElement === document.body;
      element.close();
      if (hadFocus && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [opened, beside]);

  if (!opened) return null;

  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };

  return (
    // A tap beside the sheet lands on the dialog itself; the keyboard closes it by Escape.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={heading}
      onCancel={onCancel}
      onKeyDown={(event) => {
        if (beside && event.key === 'Escape') onCancel(event);
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          <ActionIcon aria-label={closeLabel} onClick={onClose}>
            <IconX aria-hidden />
          </ActionIcon>
        </header>
        <div className={styles.body}>{children}</div>
        {foot ? <footer className={styles.foot}>{foot}</footer> : null}
      </div>
    </dialog>
  );
};
