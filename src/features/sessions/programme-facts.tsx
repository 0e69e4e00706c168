/** What is known of a programme, to be edited where it stands. A session's page shows the few facts that head its papers. */
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { RecordField } from '#parts/record-field.tsx';
import { useWrites } from '#parts/use-writes.tsx';
import { record } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { DateField } from '#ui/field.tsx';
import { Loading } from '#ui/loading.tsx';
import { NumberStepper } from '#ui/number-stepper.tsx';
import { Section } from '#ui/section.tsx';
import { setProgramme } from './commands.ts';
import { OutputList } from './output-list.tsx';
import { SideNames } from './side-names.tsx';
import styles from './sessions.module.css';

interface OfProgramme {
  readonly programmeId: Id<'programme'>;
}

const useProgramme = (id: Id<'programme'>) => useLive(() => record('programme', id), [id]);

/** Title, reference, funding statement and the names of the sides. */
export const ProgrammeHeading = ({ programmeId }: OfProgramme) => {
  const fields = useTranslations('nouns.programme');
  const programme = useProgramme(programmeId);
  if (!programme) return null;
  return (
    <div className={styles.fields}>
      <RecordField record={programme} field="title" label={fields('title')} />
      <RecordField record={programme} field="reference" label={fields('reference')} />
      <RecordField record={programme} field="fundingStatement" label={fields('fundingStatement')} multiline />
      <SideNames programme={programme} />
    </div>
  );
};

/** All of them, with the outputs of the programme. */
export const ProgrammeFacts = ({ programmeId }: OfProgramme) => {
  const t = useTranslations('sessions.programme');
  const app = useTranslations('app');
  const fields = useTranslations('nouns.programme');
  const programme = useProgramme(programmeId);
  if (!programme) return <Loading label={app('loading')} lines={6} />;
  const owner = { noun: 'programmeOutput', scope: programme.scope, programmeId } as const;
  return (
    <div className={styles.sections}>
      <div className={styles.fields}>
        <RecordField record={programme} field="title" label={fields('title')} multiline minRows={1} />
        <div className={styles.two}>
          {(['reference', 'programmeYear', 'contractType', 'implementer', 'lead', 'contractingBody'] as const).map(
            (field) => (
              <RecordField key={field} record={programme} field={field} label={fields(field)} />
            ),
          )}
        </div>
        <RecordField record={programme} field="funders" label={fields('funders')} />
        <RecordField record={programme} field="fundingStatement" label={fields('fundingStatement')} multiline />
        <RecordField record={programme} field="purpose" label={fields('purpose')} multiline />
        <Measures programme={programme} />
        <SideNames programme={programme} />
      </div>
      <Section title={t('outputs')}>
        <OutputList owner={owner} withCodes />
      </Section>
    </div>
  );
};

const Measures = ({ programme }: { readonly programme: Entity<'programme'> }) => {
  const t = useTranslations('sessions.programme');
  const app = useTranslations('app');
  const fields = useTranslations('nouns.programme');
  const { write, problem } = useWrites();
  const { startsOn, endsOn } = programme;
  const open = (day: string | null | undefined) => (day ? undefined : app('empty.toBeConfirmed'));
  const steps = { fewerLabel: app('do.fewer'), moreLabel: app('do.oneMore') };
  return (
    <div className={styles.two}>
      <DateField
        label={fields('startsOn')}
        value={startsOn ?? ''}
        onChange={(day) => void write(() => setProgramme(programme, { startsOn: day || null }))}
        description={open(startsOn)}
      />
      <DateField
        label={fields('endsOn')}
        value={endsOn ?? ''}
        onChange={(day) => void write(() => setProgramme(programme, { endsOn: day || null }))}
        description={open(endsOn)}
      />
      <NumberStepper
        label={fields('durationMonths')}
        value={programme.durationMonths ?? 0}
        onChange={(count) => void write(() => setProgramme(programme, { durationMonths: count || null }))}
        max={600}
        unit={t('months')}
        {...steps}
      />
      <div>
        <NumberStepper
          label={fields('completerPercent')}
          value={programme.completerPercent ?? 100}
          onChange={(count) =>
            void write(() => setProgramme(programme, { completerPercent: count === 100 ? null : count }))
          }
          min={5}
          max={100}
          step={5}
          unit={t('percent')}
          {...steps}
        />
        <p className={styles.note}>{t('completerNote')}</p>
      </div>
      {problem}
    </div>
  );
};
