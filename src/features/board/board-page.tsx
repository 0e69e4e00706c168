/** The plenary's board: everything said, by kind; barriers by category; searched and filtered without a network. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { useSideWords } from '#parts/side-words.ts';
import { sideLabelsOf } from '#storage/queries/groups.ts';
import { recordsIn } from '#storage/queries/records.ts';
import { useLive } from '#storage/use-live.ts';
import { Empty } from '#ui/empty.tsx';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { usePainted } from '#ui/use-painted.ts';
import { BoardColumn } from './board-column.tsx';
import { everything, isFiltering } from './board-filter.ts';
import { BoardFilters } from './board-filters.tsx';
import { columnKey, useBoard } from './use-board.ts';
import styles from './board.module.css';

interface BoardPageProps {
  readonly sessionId: Id<'session'>;
  readonly onOpenCapture?: (id: Id<'capture'>) => void;
}

const none: readonly never[] = [];
/** Columns of the first picture: of long ones, more than a tablet shows at once; others come a moment later. */
const paintedFirst = 5;

export const BoardPage = ({ sessionId, onOpenCapture }: BoardPageProps) => {
  const t = useTranslations('board');
  const scope = scopeOf('session', sessionId);
  const [filter, setFilter] = useState(everything);
  const [steps, setSteps] = useState<ReadonlyMap<string, number>>(new Map());
  const groups = useLive(() => recordsIn('group', scope), [scope]) ?? none;
  const blocks = useLive(() => recordsIn('block', scope), [scope]) ?? none;
  const sides = useSideWords(useLive(() => sideLabelsOf(sessionId), [sessionId]));
  const { columns, total } = useBoard(scope, filter, groups, steps);
  const filtering = isFiltering(filter);
  const painted = usePainted(columns !== undefined);

  const showMore = (key: string) => setSteps(new Map([...steps, [key, (steps.get(key) ?? 0) + 1]]));

  return (
    <Page
      wide
      title={t('title')}
      lead={columns ? <span role="status">{t(filtering ? 'found' : 'count', { count: total })}</span> : undefined}
    >
      <div className={styles.tools}>
        <SearchField
          label={t('search')}
          clearLabel={t('clearSearch')}
          value={filter.search}
          onChange={(search) => setFilter({ ...filter, search })}
        />
        <BoardFilters filter={filter} onChange={setFilter} groups={groups} blocks={blocks} sides={sides} />
      </div>
      {columns === undefined ? <Loading label={t('loading')} lines={6} /> : null}
      {columns?.length === 0 && filtering ? (
        <Empty
          title={t('nothingFits')}
          action={
            <Button variant="default" onClick={() => setFilter(everything)}>
              {t('clear')}
            </Button>
          }
        />
      ) : null}
      {columns?.length === 0 && !filtering ? (
        <Empty
          title={t('empty.title')}
          example={t('empty.example')}
          action={
            <Button component={Link} to={`/session/${sessionId}/groups`} variant="filled">
              {t('empty.action')}
            </Button>
          }
        >
          {t('empty.words')}
        </Empty>
      ) : null}
      <div className={styles.columns}>
        {columns?.slice(0, painted ? undefined : paintedFirst).map((column) => (
          <BoardColumn
            key={columnKey(column)}
            column={column}
            groups={groups}
            sides={sides}
            onOpen={onOpenCapture}
            onMore={() => showMore(columnKey(column))}
          />
        ))}
      </div>
    </Page>
  );
};
