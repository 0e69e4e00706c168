/** Two to five views of one page, side by side. Arrows move between them. */
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './tabs-row.module.css';

export interface Tab<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

interface TabsRowProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Id of the element that the tabs switch, which should be a `tabpanel`. */
  readonly panelId?: string;
}

export const TabsRow = <T extends string>({ label, tabs, value, onChange, panelId }: TabsRowProps<T>) => {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = (at + step + tabs.length) % tabs.length;
    const target = tabs[next];
    if (!target) return;
    onChange(target.value);
    (event.currentTarget.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tab that is chosen takes the focus
    <div role="tablist" aria-label={label} className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={tab.value === value}
          aria-controls={panelId}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
};
