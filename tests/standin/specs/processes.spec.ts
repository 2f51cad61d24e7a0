import { execFileSync, spawn } from 'node:child_process';
import { EXECUTABLE, expect, FIXTURE_APP, test, type Started } from '../support/fixture-app.ts';

/** Processes whose command line names this test's folder; the dead that nobody reaped have none. */
const processesOf = (userData: string): string[] => {
  try {
    const found = execFileSync('pgrep', ['-f', '--', userData], { encoding: 'utf8' });
    return found.trim().split('\n');
  } catch {
    return [];
  }
};

const untilShown = (started: Started): Promise<unknown> =>
  expect.poll(started.output, { timeout: 20_000 }).toContain('shown');

const SHOWN = ['-r', new URL('../fixtures/print-shown.cjs', import.meta.url).pathname, FIXTURE_APP];

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)
  test(`after ${signal} no process is left`, async ({ start, userData }) => {
    const started = start(SHOWN);
    await untilShown(started);
    expect(processesOf(userData).length).toBeGreaterThan(2);
    started.child.kill(signal);
    expect(await started.ended).toBe(signal === 'SIGKILL' ? null : 0);
    await expect.poll(() => processesOf(userData)).toEqual([]);
  });

test('when Chromium dies the app ends too', async ({ start, userData }) => {
  const started = start(SHOWN);
  await untilShown(started);
  const browser = processesOf(userData).find((pid) => {
    const command = execFileSync('ps', ['-o', 'args=', '-p', pid], { encoding: 'utf8' });
    return command.includes('--remote-debugging-pipe') && !command.includes('--type=');
  });
  process.kill(Number(browser), 'SIGKILL');
  expect(await started.ended).toBe(1);
  await expect.poll(() => processesOf(userData)).toEqual([]);
});

test('under a test driver it ends when whoever started it has gone', async ({ userData }) => {
  const script = '"$0" "$@" & echo started; wait';
  const args = [EXECUTABLE, '--inspect=0', `--user-data-dir=${userData}`, ...SHOWN];
  const parent = spawn('sh', ['-c', script, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  parent.stdout.on('data', (chunk) => (output += String(chunk)));
  await expect.poll(() => output, { timeout: 20_000 }).toContain('shown');
  parent.kill('SIGKILL');
  await expect.poll(() => processesOf(userData), { timeout: 10_000 }).toEqual([]);
});

test('closing by Playwright leaves no process', async ({ launch, userData }) => {
  const { app } = await launch();
  await app.close();
  await expect.poll(() => processesOf(userData)).toEqual([]);
});
