import { defineConfig } from '@playwright/test';

const isStandin = (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '').includes('standin');

/**
 * `app`: the built app, sound and on broken keyrings and disks. `stand-in`: its own specs, where it is
 * what runs the app. `conformance`: what Electron promises.
 */
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'app', testMatch: ['e2e/**/*.spec.ts', 'faults/**/*.spec.ts'] },
    { name: 'stand-in', testMatch: isStandin ? ['standin/specs/**/*.spec.ts'] : [] },
    // Statements share processes, and a trace would have to be begun anew for each.
    {
      name: 'conformance',
      testMatch: ['standin/conformance/**/*.spec.ts'],
      use: { trace: 'off', actionTimeout: 0 },
      expect: { timeout: 5_000 },
      timeout: 30_000,
    },
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
