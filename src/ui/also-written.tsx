/** Two people wrote one text without seeing each other: both texts are here until somebody chooses or joins them. */
import { Button } from '@mantine/core';
import styles from './also-written.module.css';

interface AlsoWrittenProps {
  /** The text shown in the field. */
  readonly shown: string;
  /** The other ones; with none of them nothing is drawn. */
  readonly others: readonly string[];
  /** Makes a text the only one. */
  readonly onSettle: (text: string) => void;
  readonly words: {
    /** "Also written as" */
    readonly title: string;
    /** "Use this one" */
    readonly use: string;
    /** "Keep the one above" */
    readonly keep: string;
    /** "Join them" */
    readonly join: string;
  };
}

export const AlsoWritten = ({ shown, others, onSettle, words }: AlsoWrittenProps) =>
  others.length === 0 ? null : (
    <div role="group" aria-label={words.title} className={styles.also}>
      <p className={styles.title}>{words.title}</p>
      <ul className={styles.list}>
        {others.map((other) => (
          <li key={other} className={styles.other}>
            <q className={styles.text}>{other}</q>
            <Button onClick={() => onSettle(other)}>{words.use}</Button>
          </li>
        ))}
      </ul>
      <div className={styles.both}>
        <Button onClick={() => onSettle(shown)}>{words.keep}</Button>
        <Button onClick={() => onSettle([shown, ...others].join('\n'))}>{words.join}</Button>
      </div>
    </div>
  );
