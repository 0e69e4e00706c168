/** Three dots, behind which the seldom and the destructive things are. What a menu does can be undone. */
import { ActionIcon } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { ComponentType, KeyboardEvent } from 'react';
import { MoreDots } from './dots.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly onPick: () => void;
  readonly icon?: ComponentType<{ readonly 'aria-hidden': true }>;
  /** Takes something away. */
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

interface MenuProps {
  /** What the menu is of, e.g. "More for line B2-07". */
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export const Menu = ({ label, items }: MenuProps) => {
  const [opened, setOpened] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [upwards, setUpwards] = useState(false);

  useEffect(() => {
    if (!opened) return;
    const box = list.current?.getBoundingClientRect();
    setUpwards(box !== undefined && box.bottom > window.innerHeight - 80 && box.top > box.height);
    enabledItems(list.current)[0]?.focus();
    const onPointerDown = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpened(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [opened]);

  const close = () => {
    setOpened(false);
    setUpwards(false);
    root.current?.querySelector('button')?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!opened) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setOpened(false);
    else if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) {
      event.preventDefault();
      move(list.current, event.key);
    }
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the menu inside it
    <div ref={root} className={styles.root} onKeyDown={onKeyDown}>
      <ActionIcon
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        onClick={() => (opened ? close() : setOpened(true))}
      >
        <MoreDots />
      </ActionIcon>
      {opened ? (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          className={styles.menu}
          data-upwards={upwards || undefined}
        >
          {items.map(({ label: word, onPick, icon: Icon, danger, disabled }) => (
            <button
              key={word}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              data-danger={danger || undefined}
              disabled={disabled}
              onClick={() => {
                close();
                onPick();
              }}
            >
              {Icon ? <Icon aria-hidden /> : null}
              <span>{word}</span>
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
};

const enabledItems = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)') ?? []),
];

const move = (list: HTMLElement | null, key: string): void => {
  const items = enabledItems(list);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const last = items.length - 1;
  const next = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[key] ?? 0;
  items[next]?.focus();
};
