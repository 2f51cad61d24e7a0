import { spawn } from 'node:child_process';
import { environment, ROOT, type Tool, toolArguments } from './run.ts';

/** Format, lint with import boundaries, types of each room, unused code and dependencies. */
const STEPS: readonly (readonly [Tool, ...string[]])[] = [
  ['oxfmt', '--check', '.'],
  ['oxlint', '.'],
  ['tsc', '-p', 'electron'],
  ['tsc', '-p', 'renderer'],
  ['tsc', '-p', 'build'],
  ['tsc', '-p', 'tests'],
  ['knip', '--config', 'build/knip.json'],
];

/** Runs one step; answers whether it passed, and what it printed. */
function check([tool, ...args]: readonly [Tool, ...string[]]) {
  const child = spawn(process.execPath, toolArguments(tool, args), {
    cwd: ROOT,
    env: environment(),
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  return new Promise<{ readonly passed: boolean; readonly printed: string }>((resolve) => {
    child.on('error', (failure) => resolve({ passed: false, printed: failure.message }));
    child.on('close', (code) => resolve({ passed: code === 0, printed }));
  });
}

const results = await Promise.all(
  STEPS.map(async (step) => {
    const { passed, printed } = await check(step);
    console.log(`${passed ? 'passed' : 'FAILED'}  ${step.join(' ')}`);
    if (!passed) console.error(printed);
    return passed;
  }),
);
process.exit(results.every(Boolean) ? 0 : 1);
