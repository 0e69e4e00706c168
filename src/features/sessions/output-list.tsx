/** Outputs in their order, one line each; the next one is typed at the end and Enter adds it. */
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { RecordField } from '#parts/record-field.tsx';
import type { CommitFailure } from '#storage/commit.ts';
import { useLive } from '#storage/use-live.ts';
import { useNextLine } from '#storage/use-next-line.ts';
import { TextArea } from '#ui/field.tsx';
import { Menu } from '#ui/menu.tsx';
import { offerUndo } from '#ui/undo.ts';
import { useKeptInView } from '#ui/use-kept-in-view.ts';
import { addOutput, type AnyOutput, moveOutput, type OutputOwner, outputsOf, setOutputDeleted } from './commands.ts';
import styles from './sessions.module.css';

interface OutputListProps {
  readonly owner: OutputOwner;
  /** One from real work, shown while there is none. */
  readonly example?: string;
  /** Their codes can be written too. */
  readonly withCodes?: boolean;
}

export const OutputList = ({ owner, example, withCodes = false }: OutputListProps) => {
  const t = useTranslations('sessions.outputs');
  const list = useRef<HTMLOListElement>(null);
  const [failure, setFailure] = useState<CommitFailure>();
  const outputs = useLive(() => outputsOf(owner), [owner.noun, owner.scope]) ?? [];
  const field = useKeptInView<HTMLTextAreaElement>(outputs.length);
  const key = `output:${owner.scope}`;
  const next = useNextLine({
    key,
    about: { scope: owner.scope, noun: owner.noun },
    keep: (statement) => addOutput(owner, statement, key),
  });

  const run = async (written: ReturnType<typeof moveOutput>): Promise<boolean> => {
    const result = await written;
    setFailure(result.ok ? undefined : result.error);
    return result.ok;
  };

  const remove = async (output: AnyOutput) => {
    if (await run(setOutputDeleted(output, true)))
      offerUndo({ done: t('deleted'), undo: () => setOutputDeleted(output, false) });
  };

  /** Enter leads to the next field; the last one keeps the focus and is empty again. */
  const onEnter = () => {
    const fields = [...(list.current?.querySelectorAll('textarea') ?? [])];
    fields[fields.indexOf(document.activeElement as HTMLTextAreaElement) + 1]?.focus();
  };

  return (
    <div>
      <ol ref={list} className={styles.outputs}>
        {outputs.map((output, at) => (
          <li key={output.id} className={styles.output}>
            <span aria-hidden className={styles.number}>
              {at + 1}.
            </span>
            {withCodes ? (
              <div className={styles.code}>
                <OutputField output={output} field="code" label={t('code', { number: at + 1 })} />
              </div>
            ) : null}
            <div className={styles.statement}>
              <EnterKey onEnter={onEnter}>
                <OutputField
                  output={output}
                  field="statement"
                  label={t('output', { number: at + 1 })}
                  onEmptied={() => void remove(output)}
                />
              </EnterKey>
            </div>
            <Menu
              label={t('more', { number: at + 1 })}
              items={[
                {
                  label: t('up'),
                  icon: IconArrowUp,
                  disabled: at === 0,
                  onPick: () => void run(moveOutput(outputs, output, -1)),
                },
                {
                  label: t('down'),
                  icon: IconArrowDown,
                  disabled: at === outputs.length - 1,
                  onPick: () => void run(moveOutput(outputs, output, 1)),
                },
                { label: t('delete'), icon: IconTrash, danger: true, onPick: () => void remove(output) },
              ]}
            />
          </li>
        ))}
        <li className={styles.output}>
          <span aria-hidden className={styles.number}>
            {outputs.length + 1}.
          </span>
          <div className={styles.statement}>
            <EnterKey onEnter={() => void next.end()}>
              <TextArea
                ref={field}
                label={t('next')}
                hideLabel
                minRows={1}
                placeholder={outputs.length === 0 && example ? t('example', { output: example }) : t('nextHint')}
                value={next.value}
                onChange={next.onChange}
                restoredCaret={next.caret}
                onBlur={() => void next.end()}
              />
            </EnterKey>
          </div>
        </li>
      </ol>
      <CommitProblem failure={failure ?? next.failure} />
    </div>
  );
};

interface OutputFieldProps {
  readonly output: AnyOutput;
  readonly field: 'code' | 'statement';
  readonly label: string;
  readonly onEmptied?: () => void;
}

const OutputField = ({ output, onEmptied, ...rest }: OutputFieldProps) => {
  const field = {
    ...rest,
    hideLabel: true,
    multiline: true,
    minRows: 1,
    onLeave: (value: string) => {
      if (value === '') onEmptied?.();
    },
  };
  return output.noun === 'output' ? (
    <RecordField record={output} {...field} />
  ) : (
    <RecordField record={output} {...field} />
  );
};

/** In a text that grows, Enter ends the line instead of breaking it; Shift and Enter break it. */
const EnterKey = ({ onEnter, children }: { readonly onEnter: () => void; readonly children: ReactNode }) => {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a key of the field inside it
  return <div onKeyDown={onKeyDown}>{children}</div>;
};
