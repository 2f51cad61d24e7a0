import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { startBus } from '../support/keyring.ts';
import { electronExecutable, RECORDER } from './processes.ts';
import { expect, states } from './support.ts';

const APPS = join(import.meta.dirname, 'apps');

states(
  'app.getVersion',
  'gives the version of the app’s package.json',
  'docs/api/app.md#appgetversion',
  async ({ app }) => {
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getVersion())).toBe('2.3.4');
  },
);

states(
  'app.getName',
  'gives productName before name, and what app.setName or app.name set',
  'docs/api/app.md#appgetname',
  async ({ app }) => {
    const names = await app.evaluate(({ app: electronApp }) => {
      const first = [electronApp.getName(), electronApp.name];
      electronApp.setName('Second');
      const second = [electronApp.getName(), electronApp.name];
      electronApp.name = 'Third';
      return [...first, ...second, electronApp.getName(), electronApp.name];
    });
    const product = 'Conformance Pages';
    expect(names).toEqual([product, product, 'Second', 'Second', 'Third', 'Third']);
  },
);

states(
  'app.isPackaged',
  'is false for an app that Electron’s own executable runs',
  'docs/api/app.md#appispackaged-readonly',
  async ({ app }) => {
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
    expect(facts.argv.slice(-2)).toEqual([`--user-data-dir=${userData}`, join(APPS, 'blank')]);
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
  'app.disableHardwareAcceleration',
  'can only be called before ready, as app.enableSandbox',
  'docs/api/app.md#appdisablehardwareacceleration',
  async ({ app }) => {
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
  async ({ app }) => {
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
  async ({ app }) => {
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
  async ({ app }) => {
    const { metrics, pid, resident, now, age } = await app.evaluate(
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
          age: process.uptime() * 1_000,
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
      expect(now - creationTime).toBeLessThan(age + 10_000);
    }
  },
);

states(
  'app.userAgentFallback',
  'names the app, Chromium and Electron, and can be replaced',
  'docs/api/app.md#appuseragentfallback',
  async ({ app }) => {
    const [first, second] = await app.evaluate(({ app: electronApp }) => {
      const before = electronApp.userAgentFallback;
      electronApp.userAgentFallback = 'Another';
      return [before, electronApp.userAgentFallback];
    });
    expect(first).toMatch(/ConformancePages\/2\.3\.4 Chrome\/[\d.]+ Electron\/[\d.]+ Safari/);
    expect(second).toBe('Another');
  },
);
