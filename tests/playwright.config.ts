import { defineConfig } from '@playwright/test';

const isStandin = (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '').includes('standin');

/**
 * The end-to-end tests: the built app, sound and on broken keyrings and disks; and the stand-in's own
 * specs where it is what runs the app. What Electron promises is apart (`npm run test:conformance`).
 */
export default defineConfig({
  testDir: '.',
  testMatch: [
    'e2e/**/*.spec.ts',
    'faults/**/*.spec.ts',
    ...(isStandin ? ['standin/specs/**/*.spec.ts'] : []),
  ],
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { trace: 'retain-on-failure', actionTimeout: 10_000 },
});
