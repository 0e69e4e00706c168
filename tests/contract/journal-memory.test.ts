import { memoryJournal } from '#replication/memory-journal.ts';
import { journalContract } from './journal.contract.ts';

journalContract('memory', () => ({ journal: memoryJournal('epoch-1'), close: () => undefined }));
