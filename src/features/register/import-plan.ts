/** What adding a list would do: who is new, who may be known already, and what is still to be answered. */
import type { DuplicateReason, Named } from '#domain/name-key.ts';
import { duplicateIndex, fullName } from '#domain/name-key.ts';
import type { Side } from '#domain/nouns/vocabulary.ts';
import type { ListedPerson, PersonValues } from '#domain/person-columns.ts';
import type { Entity } from '#storage/row.ts';
import type { NewPerson } from './commands.ts';

/** Whom a line may be: somebody in the register, or an earlier line of the same list. */
export interface Match {
  readonly reason: DuplicateReason;
  readonly name: string;
  readonly organisation: string;
  readonly person?: Entity<'person'>;
  /** The earlier line. */
  readonly line?: number;
}

export interface PlannedLine extends ListedPerson {
  readonly match?: Match;
}

export type Answer = 'same' | 'other';

export interface ImportPlan {
  /** Those to be added or registered, in the order of the list. */
  readonly people: readonly NewPerson[];
  /** Lines that may be somebody known, and of which nobody has said yet. */
  readonly open: readonly PlannedLine[];
  /** Lines without a name. They are not added. */
  readonly nameless: readonly PlannedLine[];
}

/** Finds whom each line may be. Earlier lines count as known. */
export function matchLines(lines: readonly ListedPerson[], known: readonly Entity<'person'>[]): PlannedLine[] {
  const register = duplicateIndex<Entity<'person'>>(known);
  const above = duplicateIndex<Named & { readonly line: number }>();
  return lines.map((listed) => {
    if (isNameless(listed)) return listed;
    const inRegister = register.find(listed.values);
    const inList = inRegister ? undefined : above.find(listed.values);
    above.add({ ...listed.values, line: listed.line });
    const found = inRegister ?? inList;
    if (!found) return listed;
    return {
      ...listed,
      match: {
        reason: found.reason,
        name: fullName(found.person),
        organisation: found.person.organisation ?? '',
        ...(inRegister ? { person: inRegister.person } : { line: inList?.person.line ?? 0 }),
      },
    };
  });
}

/** The plan under the answers given so far, by line. `sideForAll` is for those of whom neither list says a side. */
export function planImport(
  lines: readonly PlannedLine[],
  answers: ReadonlyMap<number, Answer>,
  onList: ReadonlySet<string>,
  sideForAll: Side | undefined,
): ImportPlan {
  const nameless = lines.filter(isNameless);
  const open = lines.filter((line) => line.match && !answers.has(line.line));
  const people: { values: PersonValues; same?: Entity<'person'>; listed?: boolean }[] = [];
  const byLine = new Map<number, (typeof people)[number]>();
  const byPerson = new Map<string, (typeof people)[number]>();
  for (const { line, values, match, problems } of lines) {
    if (isNameless({ problems })) continue;
    const same = answers.get(line) === 'same' ? match : undefined;
    const already = same?.line === undefined ? byPerson.get(same?.person?.id ?? '') : byLine.get(same.line);
    if (already) {
      already.values = { ...values, ...already.values };
      byLine.set(line, already);
      continue;
    }
    const added = {
      values: { ...values },
      ...(same?.person && { same: same.person, listed: onList.has(same.person.id) }),
    };
    byLine.set(line, added);
    if (same?.person) byPerson.set(same.person.id, added);
    people.push(added);
  }
  for (const one of people)
    if (sideForAll && !one.values.side && !one.same?.side) one.values = { ...one.values, side: sideForAll };
  return { people, open, nameless };
}

const isNameless = ({ problems }: Pick<ListedPerson, 'problems'>): boolean =>
  problems.some(({ type }) => type === 'no-name');
