/** The people of a list before they are added: what was understood of each, and what is still to be answered. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { fullName } from '#domain/name-key.ts';
import type { Side } from '#domain/nouns/vocabulary.ts';
import type { RowProblem } from '#domain/person-columns.ts';
import { SideRing } from '#ui/side-ring.tsx';
import type { Answer, PlannedLine } from './import-plan.ts';
import { SamePersonQuestion } from './same-person-question.tsx';
import type { SideWords } from './sides.ts';
import styles from './sheets.module.css';

interface ListPeopleProps {
  readonly lines: readonly PlannedLine[];
  readonly answers: ReadonlyMap<number, Answer>;
  readonly sides: Readonly<Record<Side, SideWords>>;
  readonly sideForAll: Side | undefined;
  readonly onAnswer: (lines: readonly number[], answer: Answer) => void;
}

export const lineId = (line: number): string => `list-line-${line}`;

export const ListPeople = ({ lines, answers, sides, sideForAll, onAnswer }: ListPeopleProps) => {
  const t = useTranslations('register.import');
  const problemOf = useProblemWords();
  const open = lines.filter(({ line, match }) => match && !answers.has(line)).map(({ line }) => line);
  return (
    <div>
      {open.length > 2 ? (
        <div className={styles.buttons}>
          <Button onClick={() => onAnswer(open, 'same')}>{t('allSame', { count: open.length })}</Button>
        </div>
      ) : null}
      <ol className={styles.people}>
        {lines.map(({ line, values, problems, match }) => {
          const name = fullName(values);
          const side = values.side ?? match?.person?.side ?? sideForAll;
          return (
            <li key={line} id={lineId(line)} className={styles.person}>
              <span className={styles.line}>{line}</span>
              <div className={styles.personWords}>
                <span>
                  <b>{name}</b>
                  {values.organisation ? <span className={styles.sample}>{values.organisation}</span> : null}
                </span>
                {problems.map((problem) => (
                  <p key={JSON.stringify(problem)} className={styles.problem}>
                    {problemOf(problem)}
                  </p>
                ))}
                {match ? (
                  <SamePersonQuestion
                    name={match.name}
                    organisation={match.organisation}
                    reason={match.reason}
                    line={match.line}
                    answer={answers.get(line)}
                    onSame={() => onAnswer([line], 'same')}
                    onOther={() => onAnswer([line], 'other')}
                  />
                ) : null}
              </div>
              {side ? (
                <SideRing letter={sides[side].letter} name={sides[side].name} pattern={sides[side].pattern} />
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
};

function useProblemWords(): (problem: RowProblem) => string {
  const t = useTranslations('register.import');
  const nouns = useTranslations('nouns.person');
  return (problem) => {
    if (problem.type === 'no-name') return t('noName');
    const label = problem.target === 'fullName' ? t('fullName') : nouns(problem.target);
    if (problem.type === 'not-understood') return t('notUnderstood', { label, text: problem.text });
    return problem.type === 'national-id'
      ? t('nationalIdHere', { label })
      : t('tooLong', { label, length: problem.length });
  };
}
