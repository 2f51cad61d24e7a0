import { mkdir, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronExecutable } from './processes.ts';
import { expect, states } from './support.ts';

const APPS = join(import.meta.dirname, 'apps');
const PATHS = 'docs/api/app.md#appgetpathname';
const SET_PATH = 'docs/api/app.md#appsetpathname-path';

states(
  'app.getAppPath',
  'is the folder of the app',
  'docs/api/app.md#appgetapppath',
  async ({ app }) => {
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getAppPath())).toBe(
      join(APPS, 'pages'),
    );
  },
);

states('app.getPath', 'knows the system’s folders', PATHS, async ({ launch, userData }) => {
  const config = join(userData, 'config');
  await mkdir(config);
  const moved = 'XDG_DOWNLOAD_DIR="$HOME/Moved here"\nXDG_MUSIC_DIR="/srv/music"\n';
  await writeFile(join(config, 'user-dirs.dirs'), moved);
  const app = await launch({ env: { XDG_CONFIG_HOME: config } });
  const paths = await app.evaluate(({ app: electronApp }) => {
    const names = ['home', 'appData', 'temp', 'exe', 'module', 'downloads', 'music'] as const;
    return names.map((name) => electronApp.getPath(name));
  });
  const executable = electronExecutable();
  const downloads = join(homedir(), 'Moved here');
  expect(paths).toEqual([
    homedir(),
    config,
    tmpdir(),
    executable,
    executable,
    downloads,
    '/srv/music',
  ]);
});

states(
  'app.getPath',
  'gives userData, sessionData in it, logs and crashDumps below, which are there',
  PATHS,
  async ({ launch, userData }) => {
    const app = await launch();
    const paths = await app.evaluate(({ app: electronApp }) => {
      const { existsSync } = process.getBuiltinModule('node:fs');
      const names = ['userData', 'sessionData', 'logs', 'crashDumps'] as const;
      const found = names.map((name) => electronApp.getPath(name));
      return found.map((path) => [path, existsSync(path)]);
    });
    expect(paths).toEqual([
      [userData, true],
      [userData, true],
      [join(userData, 'logs'), true],
      [join(userData, 'Crashpad'), true],
    ]);
  },
);

states('app.getPath', 'throws for a name it does not know', PATHS, async ({ app }) => {
  const attempt = app.evaluate(({ app: electronApp }) => electronApp.getPath('nowhere' as 'home'));
  await expect(attempt).rejects.toThrow("Failed to get 'nowhere' path");
});

states(
  'app.setPath',
  'moves a folder without creating it; sessionData follows userData until it is set itself',
  SET_PATH,
  async ({ launch, userData }) => {
    const app = await launch();
    const next = join(userData, 'next');
    const paths = await app.evaluate(({ app: electronApp }, folder) => {
      const { existsSync } = process.getBuiltinModule('node:fs');
      electronApp.setPath('music', folder);
      const isThere = existsSync(folder);
      electronApp.setPath('userData', folder);
      const followed = electronApp.getPath('sessionData');
      electronApp.setPath('sessionData', `${folder}/session`);
      return [electronApp.getPath('music'), isThere, followed, electronApp.getPath('sessionData')];
    }, next);
    expect(paths).toEqual([next, false, next, join(next, 'session')]);
  },
);

states(
  'app.setPath',
  'refuses a relative path and a name it does not know',
  SET_PATH,
  async ({ app }) => {
    const relative = app.evaluate(({ app: electronApp }) => electronApp.setPath('music', 'a/b'));
    await expect(relative).rejects.toThrow('Path must be absolute');
    const unknown = app.evaluate(({ app: electronApp }) => electronApp.setPath('nowhere', '/a'));
    await expect(unknown).rejects.toThrow('Failed to set path');
  },
);

states(
  'app.setAppLogsPath',
  'moves and creates the folder of logs; a relative path is refused',
  'docs/api/app.md#appsetapplogspathpath',
  async ({ launch, userData }) => {
    const app = await launch();
    const logs = join(userData, 'deep', 'logs');
    const found = await app.evaluate(({ app: electronApp }, folder) => {
      electronApp.setAppLogsPath(folder);
      const { existsSync } = process.getBuiltinModule('node:fs');
      return [electronApp.getPath('logs'), existsSync(folder)];
    }, logs);
    expect(found).toEqual([logs, true]);
    const relative = app.evaluate(({ app: electronApp }) => electronApp.setAppLogsPath('logs'));
    await expect(relative).rejects.toThrow('Path must be absolute');
  },
);
