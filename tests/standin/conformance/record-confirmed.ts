import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Statements by title, with the version of Electron on which each was seen to hold. */
export type Confirmed = Readonly<Record<string, string>>;

export interface Statement {
  readonly title: string;
  readonly passed: boolean;
}

/** What is known after a run on Electron itself: a statement that fails there is confirmed no more. */
export function confirm(
  known: Confirmed,
  statements: readonly Statement[],
  version: string,
): Confirmed {
  const all = new Map(Object.entries(known));
  for (const { title, passed } of statements) {
    if (passed) all.set(title, version);
    else all.delete(title);
  }
  return Object.fromEntries([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** One line on how much of what is stated has been seen on Electron itself. */
export function summarize(known: Confirmed, statements: readonly Statement[]): string {
  const confirmed = statements.filter(({ title }) => known[title] !== undefined).length;
  return `${statements.length} statements, ${confirmed} confirmed on Electron`;
}

const FILE = join(import.meta.dirname, 'confirmed-on-electron.json');

/** Set to 1, passed statements are written down; ignored where something stands in for Electron. */
const SWITCH = 'RECORD_CONFIRMED';

const isStatement = (test: TestCase): boolean =>
  test.annotations.some(({ type }) => type === 'documented in');

/** A Playwright reporter for the conformance specs. Only a run on the real binary writes. */
// oxlint-disable-next-line import/no-default-export -- Playwright wants it.
export default class RecordConfirmed implements Reporter {
  /** By title, so that a retry replaces what it repeats. */
  readonly #statements = new Map<string, Statement>();

  onTestEnd(test: TestCase, { status }: TestResult): void {
    if (!isStatement(test) || status === 'skipped') return;
    this.#statements.set(test.title, { title: test.title, passed: status === 'passed' });
  }

  onEnd(): void {
    if (this.#statements.size === 0) return;
    const statements = [...this.#statements.values()];
    const known = JSON.parse(readFileSync(FILE, 'utf8')) as Confirmed;
    const isReal = process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined;
    if (!isReal || process.env[SWITCH] !== '1') {
      process.stdout.write(`${summarize(known, statements)}\n`);
      return;
    }
    const { version } = createRequire(import.meta.url)('electron/package.json') as {
      version: string;
    };
    const now = confirm(known, statements, version);
    writeFileSync(FILE, `${JSON.stringify(now, undefined, 2)}\n`);
    process.stdout.write(`${summarize(now, statements)}\n`);
  }
}
