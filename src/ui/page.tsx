/** One screen: what it is called, what can be done with it, and the one thing it is for at the thumb. */
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  /** A text is also the title of the document, which the tablet shows where it lists what is open. */
  readonly title: ReactNode;
  /** A few words above the title: of what this is a part. */
  readonly eyebrow?: ReactNode;
  /** One or two sentences under the title. */
  readonly lead?: ReactNode;
  /** Quiet things to do with the whole page, at the end of the title's line. */
  readonly actions?: ReactNode;
  /** The one primary action. It stands at the bottom, in reach of the thumb. */
  readonly primary?: ReactNode;
  /** Uses all the width there is: boards, tables. Text pages keep a readable measure. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

export const Page = ({ title, eyebrow, lead, actions, primary, wide = false, children }: PageProps) => {
  useEffect(() => {
    if (typeof title === 'string') document.title = title;
  }, [title]);

  return (
    <div className={styles.page} data-wide={wide || undefined} data-primary={primary ? true : undefined}>
      <div className={styles.head}>
        <div className={styles.heading}>
          {eyebrow ? <p className={styles.eyebrow}>{eyebrow}</p> : null}
          <h1 className={styles.title}>{title}</h1>
          {lead ? <p className={styles.lead}>{lead}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {children}
      {primary ? <div className={styles.primary}>{primary}</div> : null}
    </div>
  );
};
