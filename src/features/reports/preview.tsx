/** What a document will hold: its chapters, the first rows of its sheets, or its text. */
import { useTranslations } from 'use-intl';
import type { Preview as PreviewFacts, PreviewEntry, PreviewTable } from '#documents/make.ts';
import type { Result } from '#domain/result.ts';
import type { Language } from '#language/locales.ts';
import type { FileFailure } from '#parts/use-making.ts';
import { Loading } from '#ui/loading.tsx';
import { Problem } from '#ui/problem.tsx';
import styles from './preview.module.css';

interface PreviewProps {
  readonly preview: Result<PreviewFacts, FileFailure> | undefined;
  /** Of the document, which need not be that of the screen. */
  readonly locale: Language;
}

export const Preview = ({ preview, locale }: PreviewProps) => {
  const t = useTranslations('reports');
  if (!preview) return <Loading label={t('preview.loading')} lines={6} />;
  if (!preview.ok) return <PreviewProblem failure={preview.error} />;
  const facts = preview.value;
  return (
    // What is longer than its place is scrolled, by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={t('preview.title')} tabIndex={0} className={styles.preview}>
      {facts.type === 'text' ? (
        <pre lang={locale} className={styles.text}>
          {facts.text}
        </pre>
      ) : facts.type === 'outline' ? (
        <Outline entries={facts.entries} locale={locale} />
      ) : (
        facts.tables.map((table) => <Sheet key={table.name} table={table} locale={locale} />)
      )}
    </div>
  );
};

const Outline = ({ entries, locale }: { readonly entries: readonly PreviewEntry[]; readonly locale: Language }) => {
  const t = useTranslations('reports.preview');
  return (
    <ul className={styles.outline}>
      {entries.map(({ level, text, lines, rows, photos, answer }, at) => (
        <li key={at} data-level={level} className={styles.entry}>
          <span lang={locale} className={styles.chapter}>
            {text}
          </span>
          {answer === undefined ? (
            <span className={styles.count}>
              {lines
                ? t('lines', { count: lines })
                : rows
                  ? t('rows', { count: rows })
                  : photos
                    ? t('photos', { count: photos })
                    : ''}
            </span>
          ) : (
            <span lang={locale} className={styles.count}>
              {answer}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};

const Sheet = ({
  table: { name, count, columns, rows },
  locale,
}: {
  readonly table: PreviewTable;
  readonly locale: Language;
}) => {
  const t = useTranslations('reports.preview');
  return (
    <section aria-label={name} className={styles.sheet}>
      <h3 className={styles.sheetHead}>
        <span lang={locale}>{name}</span>
        <span className={styles.count}>{t('rows', { count })}</span>
      </h3>
      {rows.length > 0 ? (
        <table lang={locale} className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={columns[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {count > rows.length ? <p className={styles.more}>{t('more', { count: count - rows.length })}</p> : null}
    </section>
  );
};

const PreviewProblem = ({ failure }: { readonly failure: FileFailure }) => {
  const t = useTranslations('reports');
  const problems = useTranslations('problems.commit');
  return failure.type === 'documents/words-missing' ? (
    <Problem happened={t('file.wordsMissing.happened')} advice={t('file.wordsMissing.advice')} />
  ) : (
    <Problem
      role="status"
      happened={t('preview.failed')}
      safe={t('file.failed.safe')}
      advice={t('preview.failedAdvice')}
      detail={failure.type === 'documents/failed' ? failure.detail : undefined}
      detailLabel={problems('detail')}
    />
  );
};
