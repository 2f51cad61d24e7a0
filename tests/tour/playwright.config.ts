import { defineConfig } from '@playwright/test';

/** The tour: a picture of each state of each screen, in each look. */
export default defineConfig({
  testDir: '.',
  testMatch: 'tour.spec.ts',
  globalTeardown: './support/finish.ts',
  outputDir: '../../test-results/tour',
  fullyParallel: true,
  workers: 2,
  // A window of the stand-in may come up in another size where the machine is very busy.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 10_000 },
});
