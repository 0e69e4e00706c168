/** A row with a 6 px edge: its colour says the kind, its pattern whose view it is. Never a filled card. */
import type { HTMLAttributes, ReactNode, Ref } from 'react';
import type { EdgePattern } from './edge-pattern.ts';
import edge from './edge.module.css';
import styles from './edge-row.module.css';

interface EdgeRowProps extends Omit<HTMLAttributes<HTMLElement>, 'className'> {
  /** A colour of the tokens, e.g. `var(--kind-barrier)`. */
  readonly tone: string;
  readonly pattern?: EdgePattern;
  readonly as?: 'li' | 'div';
  readonly selected?: boolean;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

export const EdgeRow = ({
  tone,
  pattern = 'solid',
  as: Element = 'li',
  selected = false,
  ref,
  children,
  ...rest
}: EdgeRowProps) => (
  <Element
    {...rest}
    ref={ref as Ref<HTMLLIElement & HTMLDivElement>}
    className={`${edge.edge} ${styles.row}`}
    style={{ ...rest.style, '--tone': tone }}
    data-pattern={pattern}
    data-selected={selected || undefined}
  >
    {children}
  </Element>
);
