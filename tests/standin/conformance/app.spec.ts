import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { startBus } from '../support/keyring.ts';
import { electronExecutable, RECORDER } from './processes.ts';
import { expect, states } from './support.ts';

const BLANK = join(import.meta.dirname, 'apps', 'blank');
const PATHS = 'docs/api/app.md#appgetpathname';
const SET_PATH = 'docs/api/app.md#appsetpathname-path';
const LANGUAGES = 'docs/api/app.md#appgetpreferredsystemlanguages';

states(
  'app.getVersion',
  'gives the version of the app’s package.json',
  'docs/api/app.md#appgetversion',
  async ({ launch }) => {
    const app = await launch();
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getVersion())).toBe('2.3.4');
  },
);

states(
  'app.getName',
  'gives productName before name, and what app.setName or app.name set',
  'docs/api/app.md#appgetname',
  async ({ launch }) => {
    const app = await launch();
    const names = await app.evaluate(({ app: electronApp }) => {
      const first = [electronApp.getName(), electronApp.name];
      electronApp.setName('Second');
      const second = [electronApp.getName(), electronApp.name];
      electronApp.name = 'Third';
      return [...first, ...second, electronApp.getName(), electronApp.name];
    });
    const blank = 'Conformance Blank';
    expect(names).toEqual([blank, blank, 'Second', 'Second', 'Third', 'Third']);
  },
);

states(
  'app.getAppPath',
  'is the folder of the app',
  'docs/api/app.md#appgetapppath',
  async ({ launch }) => {
    const app = await launch();
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getAppPath())).toBe(BLANK);
  },
);

states(
  'app.isPackaged',
  'is false for an app that Electron’s own executable runs',
  'docs/api/app.md#appispackaged-readonly',
  async ({ launch }) => {
    const app = await launch();
    const facts = await app.evaluate(({ app: electronApp }) => ({
      isPackaged: electronApp.isPackaged,
      defaultApp: process.defaultApp,
      resources: process.resourcesPath,
      dock: electronApp.dock,
      ofMac: typeof electronApp.isInApplicationsFolder,
    }));
    expect(facts).toEqual({
      isPackaged: false,
      defaultApp: true,
      resources: join(dirname(electronExecutable()), 'resources'),
      dock: undefined,
      ofMac: 'undefined',
    });
  },
);

states(
  'process',
  'names Electron, its versions and its executable',
  'docs/api/process.md',
  async ({ launch, userData }) => {
    const app = await launch();
    const manifest = createRequire(import.meta.url).resolve('electron/package.json');
    const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
    const facts = await app.evaluate(() => ({
      type: process.type,
      electron: process.versions.electron,
      chrome: process.versions['chrome'],
      node: process.versions.node.split('.')[0],
      execPath: process.execPath,
      argv: process.argv,
    }));
    expect(facts).toMatchObject({ type: 'browser', electron: version, node: '24' });
    expect(facts.chrome).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(facts.execPath).toBe(electronExecutable());
    expect(facts.argv[0]).toBe(electronExecutable());
    expect(facts.argv.slice(-2)).toEqual([`--user-data-dir=${userData}`, BLANK]);
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

states('app.getPath', 'throws for a name it does not know', PATHS, async ({ launch }) => {
  const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
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

states(
  'app.setDesktopName',
  'is CHROME_DESKTOP; without desktopName in package.json the app’s name makes one',
  'docs/api/app.md#appsetdesktopnamename-linux',
  async ({ launch }) => {
    const app = await launch();
    const names = await app.evaluate(({ app: electronApp }) => {
      const first = process.env['CHROME_DESKTOP'];
      electronApp.setDesktopName('other.desktop');
      return [first, process.env['CHROME_DESKTOP']];
    });
    expect(names).toEqual(['conformance-blank.desktop', 'other.desktop']);
    await app.close();
    const named = await launch({ app: basename(RECORDER) });
    expect(await named.evaluate(() => process.env['CHROME_DESKTOP'])).toBe(
      'conformance-recorder.desktop',
    );
  },
);

states(
  'app.getLocale',
  'is the translation Chromium uses, which --lang chooses',
  'docs/api/app.md#appgetlocale',
  async ({ launch }) => {
    const app = await launch({ args: ['--lang=de'] });
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getLocale())).toBe('de');
  },
);

states(
  'app.getSystemLocale',
  'is the region’s, whatever language is preferred',
  'docs/api/app.md#appgetsystemlocale',
  async ({ launch }) => {
    const env = { LANG: 'fi_FI.UTF-8', LC_ALL: '', LC_MESSAGES: '', LANGUAGE: 'de' };
    const app = await launch({ env });
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getSystemLocale())).toBe(
      'fi-FI',
    );
  },
);

states(
  'app.getPreferredSystemLanguages',
  'gives the person’s languages in order, and never C',
  LANGUAGES,
  async ({ launch }) => {
    const env = { LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '', LANGUAGE: 'fr_CA:de' };
    const app = await launch({ env });
    const languages = await app.evaluate(({ app: electronApp }) =>
      electronApp.getPreferredSystemLanguages(),
    );
    expect([...new Set(languages)]).toEqual(['fr-CA', 'fr', 'de']);
  },
);

states(
  'app.getLocaleCountryCode',
  'has two letters or none',
  'docs/api/app.md#appgetlocalecountrycode',
  async ({ launch }) => {
    const app = await launch();
    const code = await app.evaluate(({ app: electronApp }) => electronApp.getLocaleCountryCode());
    expect(code).toMatch(/^([A-Z]{2})?$/);
  },
);

states(
  'app.disableHardwareAcceleration',
  'can only be called before ready, as app.enableSandbox',
  'docs/api/app.md#appdisablehardwareacceleration',
  async ({ launch }) => {
    const app = await launch();
    const disable = app.evaluate(({ app: electronApp }) =>
      electronApp.disableHardwareAcceleration(),
    );
    await expect(disable).rejects.toThrow('can only be called before app is ready');
    const sandbox = app.evaluate(({ app: electronApp }) => electronApp.enableSandbox());
    await expect(sandbox).rejects.toThrow('can only be called before app is ready');
  },
);

states(
  'app.isHardwareAccelerationEnabled',
  'is false where --disable-gpu was given',
  'docs/api/app.md#appishardwareaccelerationenabled',
  async ({ launch }) => {
    const app = await launch({ args: ['--disable-gpu'] });
    const isEnabled = await app.evaluate(({ app: electronApp }) =>
      electronApp.isHardwareAccelerationEnabled(),
    );
    expect(isEnabled).toBe(false);
  },
);

states(
  'app.commandLine',
  'reads, adds and removes switches, and leaves process.argv alone',
  'docs/api/command-line.md',
  async ({ launch }) => {
    const app = await launch({ args: ['--given=1=2'] });
    const facts = await app.evaluate(({ app: electronApp }) => {
      const { commandLine } = electronApp;
      const before = [...process.argv];
      commandLine.appendSwitch('added', 'value');
      commandLine.appendSwitch('Bare');
      commandLine.appendArgument('--not-a-switch');
      const has = ['given', 'added', 'bare', 'not-a-switch', 'absent'].map((name) =>
        commandLine.hasSwitch(name),
      );
      const values = ['given', 'added', 'bare', 'absent'].map((name) =>
        commandLine.getSwitchValue(name),
      );
      commandLine.removeSwitch('added');
      return {
        has,
        values,
        removed: commandLine.hasSwitch('added'),
        argv: process.argv.join(' ') === before.join(' '),
      };
    });
    expect(facts).toEqual({
      has: [true, true, true, false, false],
      values: ['1=2', 'value', '', ''],
      removed: false,
      argv: true,
    });
  },
);

states(
  'app.getLoginItemSettings',
  'knows nothing on Linux, whatever app.setLoginItemSettings was given',
  'shell/browser/browser_linux.cc, GetLoginItemSettings',
  async ({ launch }) => {
    const app = await launch();
    const settings = await app.evaluate(({ app: electronApp }) => {
      electronApp.setLoginItemSettings({ openAtLogin: true });
      return electronApp.getLoginItemSettings();
    });
    expect(settings).toEqual({
      executableWillLaunchAtLogin: false,
      openAtLogin: false,
      wasOpenedAtLogin: false,
    });
  },
);

states(
  'app.addRecentDocument',
  'does nothing on Linux, as app.setAppUserModelId',
  'shell/browser/browser_linux.cc, AddRecentDocument',
  async ({ launch }) => {
    const app = await launch();
    const documents = await app.evaluate(({ app: electronApp }) => {
      electronApp.setAppUserModelId('com.example.app');
      electronApp.addRecentDocument('/etc/hostname');
      const added = electronApp.getRecentDocuments();
      electronApp.clearRecentDocuments();
      return added;
    });
    expect(documents).toEqual([]);
  },
);

states(
  'app.setBadgeCount',
  'tells the launcher on the session bus, and is false without a number',
  'docs/api/app.md#appsetbadgecountcount-linux-macos',
  async ({ launch }) => {
    const bus = await startBus();
    const monitor = spawn(
      'dbus-monitor',
      [
        '--address',
        bus.env['DBUS_SESSION_BUS_ADDRESS'] ?? '',
        "interface='com.canonical.Unity.LauncherEntry'",
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let heard = '';
    monitor.stdout.setEncoding('utf8').on('data', (text: string) => (heard += text));
    try {
      // Its first words are about itself: it listens.
      await expect.poll(() => heard).not.toBe('');
      const app = await launch({ env: bus.env });
      const answers = await app.evaluate(({ app: electronApp }) => [
        electronApp.setBadgeCount(),
        electronApp.setBadgeCount(42),
        electronApp.badgeCount,
      ]);
      expect(answers).toEqual([false, true, 42]);
      await expect.poll(() => heard).toContain('int64 42');
      expect(heard).toContain('application://conformance-blank.desktop');
      expect(heard).toMatch(/count-visible"\s+variant\s+boolean true/);
      await app.evaluate(({ app: electronApp }) => {
        electronApp.badgeCount = 0;
      });
      await expect.poll(() => heard).toMatch(/count-visible"\s+variant\s+boolean false/);
    } finally {
      monitor.kill();
      await bus.stop();
    }
  },
);

states(
  'app.getAppMetrics',
  'gives memory in kilobytes, processor use and age of each process',
  'docs/api/app.md#appgetappmetrics',
  async ({ launch }) => {
    const app = await launch();
    const { metrics, pid, resident, now } = await app.evaluate(
      async ({ app: electronApp, BrowserWindow }) => {
        const window = new BrowserWindow({ show: false });
        await window.loadURL('data:text/html,<title>Metrics</title>');
        electronApp.getAppMetrics();
        const end = performance.now() + 500;
        while (performance.now() < end);
        return {
          metrics: electronApp.getAppMetrics(),
          pid: process.pid,
          resident: process.memoryUsage().rss / 1024,
          now: Date.now(),
        };
      },
    );
    const types = metrics.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['Browser', 'Tab', 'GPU', 'Utility']));
    const own = metrics.find(({ type }) => type === 'Browser');
    expect(own?.pid).toBe(pid);
    expect(Math.abs((own?.memory.workingSetSize ?? 0) / resident - 1)).toBeLessThan(0.2);
    expect(own?.cpu.percentCPUUsage).toBeGreaterThan(0);
    for (const { memory, cpu, creationTime } of metrics) {
      expect(memory.workingSetSize).toBeGreaterThan(1_000);
      expect(memory.peakWorkingSetSize).toBeGreaterThanOrEqual(memory.workingSetSize);
      expect(cpu.cumulativeCPUUsage).toBeGreaterThanOrEqual(0);
      expect(now - creationTime).toBeGreaterThan(-1_000);
      expect(now - creationTime).toBeLessThan(120_000);
    }
  },
);

states(
  'app.userAgentFallback',
  'names the app, Chromium and Electron, and can be replaced',
  'docs/api/app.md#appuseragentfallback',
  async ({ launch }) => {
    const app = await launch();
    const [first, second] = await app.evaluate(({ app: electronApp }) => {
      const before = electronApp.userAgentFallback;
      electronApp.userAgentFallback = 'Another';
      return [before, electronApp.userAgentFallback];
    });
    expect(first).toMatch(/ConformanceBlank\/2\.3\.4 Chrome\/[\d.]+ Electron\/[\d.]+ Safari/);
    expect(second).toBe('Another');
  },
);
