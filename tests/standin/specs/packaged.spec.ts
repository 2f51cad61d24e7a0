import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { recordedAs, recordedNames, RECORDER, startElectron } from '../conformance/processes.ts';
import { environment, expect, STANDIN, test as base } from '../support/fixture-app.ts';

const run = promisify(execFile);

const test = base.extend<{ readonly root: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from it.
  root: async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), 'standin-packaged-'));
    await use(root);
    await rm(root, { recursive: true, force: true });
  },
});

const packageByHand = async (...args: readonly string[]): Promise<string> => {
  const command = [join(STANDIN, 'package-app.ts'), ...args];
  return (await run(process.execPath, command)).stdout.trim();
};

test('the command makes a distribution that starts, and leaves nothing behind', async ({
  root,
  userData,
}) => {
  const executable = await packageByHand(RECORDER, join(root, 'made'), 'Some App');
  expect(executable).toBe(join(root, 'made', 'Some App'));
  const temporary = join(root, 'tmp');
  await mkdir(temporary);
  const one = startElectron({
    userData,
    executable,
    app: null,
    env: { TMPDIR: temporary, RECORDER_ENDS: '1' },
  });
  expect(await one.ended).toBe(0);
  expect(recordedNames(userData)).toContain('ready');
  const left = await readdir(temporary);
  expect(left.filter((name) => name.startsWith('standin-asar-'))).toEqual([]);
});

test('a distribution starts through a link to its executable, as itself', async ({
  root,
  userData,
}) => {
  const executable = await packageByHand(RECORDER, join(root, 'made'), 'some-app');
  const link = join(root, 'elsewhere');
  await symlink(executable, link);
  const one = startElectron({
    userData,
    executable: link,
    app: null,
    env: environment({ RECORDER_ENDS: '1' }),
  });
  expect(await one.ended).toBe(0);
  expect(recordedAs(userData, 'start')[0]?.[0]).toEqual([
    executable,
    `--user-data-dir=${userData}`,
  ]);
});

test('an archive already packed brings what lies beside it', async ({ root }) => {
  await packageByHand(RECORDER, join(root, 'first'), 'some-app');
  const archive = join(root, 'first', 'resources', 'app.asar');
  await mkdir(join(root, 'first', 'resources', 'app.asar.unpacked'));
  await packageByHand(archive, join(root, 'second'), 'some-app');
  for (const name of ['app.asar', 'app.asar.unpacked'])
    expect(existsSync(join(root, 'second', 'resources', name))).toBe(true);
});

test('the command says how it is used', async () => {
  const failed = await packageByHand().catch((error: { code: number; stderr: string }) => error);
  expect(failed).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Usage: package-app.ts'),
  });
});
