import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the code they test; nothing here starts Electron or a browser. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: [
      'electron/**/*.test.ts',
      'renderer/**/*.test.ts',
      'build/**/*.test.ts',
      'tests/standin/**/*.test.ts',
      'tests/tour/**/*.test.ts',
      'tests/bench/**/*.test.ts',
      'tests/contract/**/*.test.ts',
    ],
    environment: 'node',
    // A busy machine makes a property of ten thousand runs slow, not wrong.
    testTimeout: 30_000,
    // Inlined so that a test's mock of Electron reaches it too.
    server: { deps: { inline: ['electron-store'] } },
  },
});
