/** Playwright's `expect` for steps on the way to what a test is about: a busy machine takes its time over them. */
import { expect as impatient } from '@playwright/test';

export const expect = impatient.configure({ timeout: 30_000 });
