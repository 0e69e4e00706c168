import { memoryFiles } from '#server/files/memory-files.ts';
import { fileStoreContract } from './file-store.contract.ts';

fileStoreContract('memory', () => ({ store: memoryFiles() }));
