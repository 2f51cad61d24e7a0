import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasDisplay, startHiddenDisplay } from './display.ts';
import { build, ROOT, run } from './run.ts';
import { findRuntime, STANDIN_DIST } from './runtime.ts';
import { ensureSystemPackages, FOR_TESTS } from './system-packages.ts';

/**
 * `npm test`: everything that a change of Perch can break. `npm test e2e` leaves the unit tests out, and
 * `npm test conformance` runs the statements about Electron itself, which only change with the stand-in
 * or with Electron. What follows `--` goes to Playwright. Ends with one line `N passed, N failed`.
 */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** The projects of the Playwright configuration that belong to a suite. */
const PROJECTS = {
  all: ['app', 'stand-in'],
  e2e: ['app', 'stand-in'],
  conformance: ['conformance'],
} as const;

const given = process.argv.slice(2);
const suite = given[0] === 'e2e' || given[0] === 'conformance' ? given[0] : 'all';
const playwrightArguments = suite === 'all' ? given : given.slice(1);

if (!ensureSystemPackages(FOR_TESTS)) process.exit(1);
const runtime = findRuntime({ mayFetch: false });
if (runtime.kind === 'standin')
  console.log(`Testing on the stand-in for Electron: ${runtime.why}.`);
const reports = mkdtempSync(join(tmpdir(), 'perch-test-'));
if (runtime.kind === 'electron' && !hasDisplay()) await startHiddenDisplay();
build();

const counts: readonly Count[] = [...(suite === 'all' ? [unitTests()] : []), playwrightTests()];
rmSync(reports, { recursive: true, force: true });

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function unitTests(): Count {
  const report = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = run('vitest', ['run', '--config', 'tests/vitest.config.ts', ...reporters]);
  return count(code, report, (json) => ({
    passed: json['numPassedTests'],
    failed: json['numFailedTests'],
  }));
}

function playwrightTests(): Count {
  const report = join(reports, 'playwright.json');
  const override: Record<string, string> =
    runtime.kind === 'standin' ? { ELECTRON_OVERRIDE_DIST_PATH: STANDIN_DIST } : {};
  const code = run(
    'playwright',
    [
      'test',
      '--config',
      'tests/playwright.config.ts',
      ...PROJECTS[suite].map((project) => `--project=${project}`),
      `--reporter=list,json,${join(ROOT, 'tests/standin/conformance/record-confirmed.ts')}`,
      ...playwrightArguments,
    ],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...override },
  );
  return count(code, report, ({ stats }) => {
    const { expected, flaky, unexpected } = Object(stats);
    // A test that passed only when tried again is broken.
    return { passed: expected, failed: Number(unexpected) + Number(flaky) };
  });
}

/** Reads a report; a run that failed without a failed test, or left no report, counts as one failure. */
function count(
  code: number,
  report: string,
  read: (json: Record<string, unknown>) => { passed: unknown; failed: unknown },
): Count {
  try {
    const json: Record<string, unknown> = JSON.parse(readFileSync(report, 'utf8'));
    const { passed, failed } = read(json);
    return { passed: Number(passed), failed: Math.max(Number(failed), code === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
