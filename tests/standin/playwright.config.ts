import { defineConfig } from '@playwright/test';

/** The stand-in's own specs: `playwright test -c tests/standin`. */
export default defineConfig({
  testDir: '.',
  testMatch: ['specs/**/*.spec.ts', 'conformance/**/*.spec.ts'],
  outputDir: '../../test-results/standin',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  reporter: [['list'], ['./conformance/record-confirmed.ts']],
});
