/** What can be had from a session, in the order of the page. */
import type { DocumentJob } from '#documents/make.ts';

export const documentChoices = ['report', 'lines', 'comma', 'semicolon', 'register', 'summary'] as const;
export type DocumentChoice = (typeof documentChoices)[number];

/** Hand-over and backups are whole records, not documents: they have no language and no preview of their own. */
export const choices = [...documentChoices, 'handOver', 'session', 'everything'] as const;
export type Choice = (typeof choices)[number];

export const isDocument = (choice: Choice): choice is DocumentChoice =>
  (documentChoices as readonly string[]).includes(choice);

/** `contactDetails` holds for the register alone. */
export function jobOf(choice: DocumentChoice, contactDetails: boolean): DocumentJob {
  switch (choice) {
    case 'report':
    case 'summary':
      return { kind: choice };
    case 'lines':
      return { kind: 'captures-xlsx' };
    case 'comma':
      return { kind: 'captures-csv', separator: ',' };
    case 'semicolon':
      return { kind: 'captures-csv', separator: ';' };
    case 'register':
      return { kind: 'register-xlsx', contactDetails };
  }
}
