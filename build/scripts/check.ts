import { run } from './run.ts';

/** Format, lint with import boundaries, types of each room, unused code and dependencies. */
const STEPS: readonly (readonly [string, ...string[]])[] = [
  ['oxfmt', '--check', '.'],
  ['oxlint', '.'],
  ['tsc', '-p', 'electron'],
  ['tsc', '-p', 'renderer'],
  ['tsc', '-p', 'build'],
  ['tsc', '-p', 'tests'],
  ['knip', '--config', 'build/knip.json'],
];

const failed = STEPS.filter(([command, ...args]) => run(command, args) !== 0);
for (const step of failed) console.error(`Failed: ${step.join(' ')}`);
process.exit(failed.length === 0 ? 0 : 1);
