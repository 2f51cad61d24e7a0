import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  environment,
  eventsOf,
  EXECUTABLE,
  expect,
  FIXTURE_APP,
  notesOf,
  STANDIN,
  test,
} from '../support/fixture-app.ts';

const run = promisify(execFile);
const manifest = createRequire(import.meta.url).resolve('electron/package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };

for (const withLoader of [true, false])
  test(`Playwright drives it ${withLoader ? 'with its loader' : 'by the executable'}`, async ({
    launch,
    userData,
  }) => {
    const { app, page } = await launch({ withLoader });
    await expect(page).toHaveTitle('Script ran');
    const window = await app.browserWindow(page);
    expect(await window.evaluate((w) => w.getContentSize())).toEqual([640, 480]);
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480]);
    expect(
      await app.evaluate(({ app: electronApp }) => ({
        name: electronApp.getName(),
        version: electronApp.getVersion(),
        userData: electronApp.getPath('userData'),
        passwordStore: electronApp.commandLine.getSwitchValue('password-store'),
        ready: electronApp.isReady(),
      })),
    ).toEqual({
      name: 'Fixture App',
      version: '1.2.3',
      userData,
      passwordStore: withLoader ? 'basic' : '',
      ready: true,
    });
  });

test('events come in Electron’s order', async ({ launch }) => {
  const { app } = await launch();
  await expect.poll(() => eventsOf(app)).toContain('loaded');
  await expect.poll(() => eventsOf(app)).toContain('show');
  const [first] = await notesOf(app);
  expect(first).toEqual(['ready', 'Fixture App', '1.2.3']);
});

test('modules of -r see electron before the app, and their patches are seen by it', async ({
  launch,
}) => {
  const recorders = ['recorder.cjs', 'second-recorder.cjs'].flatMap((name) => [
    '-r',
    join(STANDIN, 'fixtures', name),
  ]);
  const { app } = await launch({ args: recorders });
  const seen = await app.evaluate(async ({ shell }) => {
    await shell.openExternal('https://example.invalid/');
    return {
      ...(globalThis as unknown as { recorded: Record<string, unknown> }).recorded,
      second: (globalThis as unknown as { secondRecorder: string }).secondRecorder,
    };
  });
  expect(seen).toEqual({
    labels: ['Fixture', '-', 'More', 'quit', 'Greet'],
    toolTips: ['Fixture'],
    opened: 'https://example.invalid/',
    second: 'function',
  });
});

test('it starts through a symlink, from any folder, with an empty PATH', async ({ userData }) => {
  const link = join(userData, 'electron');
  await symlink(EXECUTABLE, link);
  const { stdout } = await run(link, ['--version'], { cwd: '/', env: { PATH: '' } });
  expect(stdout).toBe(`v${version}\n`);
});

test('without Chromium it says what to install', async ({ start }) => {
  const missing = environment({ STANDIN_CHROMIUM: '/nowhere/chromium' });
  const { ended, output } = start([FIXTURE_APP], { env: missing });
  expect(await ended).toBe(1);
  expect(output()).toMatch(
    /^STANDIN_CHROMIUM names \/nowhere\/chromium, which cannot be executed\.\n$/,
  );
});
