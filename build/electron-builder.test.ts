import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, matchesGlob, resolve } from 'node:path';
import type { Configuration } from 'electron-builder';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** The parts of electron-builder's engine that read and judge a configuration. */
interface ConfigTools {
  getConfig(project: string, file: string, options: null): Promise<Configuration>;
  validateConfiguration(config: unknown, debug: { readonly isEnabled: boolean }): Promise<void>;
}

// The engine is electron-builder's dependency and not ours, so it is asked for from where that lies.
const ofBuilder = createRequire(import.meta.resolve('electron-builder'));
const engine = 'app-builder-lib/out/util/config/config';
const { getConfig, validateConfiguration }: ConfigTools = ofBuilder(engine);
const ofEngine = createRequire(ofBuilder.resolve(engine));
const { FuseV1Options }: { readonly FuseV1Options: Readonly<Record<string, unknown>> } =
  ofEngine('@electron/fuses');

const config = await getConfig(ROOT, 'electron-builder.yml', null);
const judge = (changed: object): Promise<void> =>
  validateConfiguration({ ...config, ...changed }, { isEnabled: false });

/** The targets of a platform, by name. */
const targetsOf = (platform: 'linux' | 'mac' | 'win') =>
  [config[platform]?.target ?? []].flat().map((entry) => {
    return typeof entry === 'string' ? { target: entry, arch: null } : entry;
  });

/** Whether a file of the project gets into the package: the last pattern that matches decides. */
function isPacked(file: string): boolean {
  const sets = [config.files ?? []].flat();
  const patterns = sets.flatMap((set) => (typeof set === 'string' ? set : (set.filter ?? [])));
  return patterns.reduce((packed, pattern) => {
    const isExclusion = pattern.startsWith('!');
    return matchesGlob(file, isExclusion ? pattern.slice(1) : pattern) ? !isExclusion : packed;
  }, false);
}

describe('the configuration', () => {
  test("is valid by electron-builder's own schema", async () => {
    await expect(judge({})).resolves.toBeUndefined();
  });

  test('would not be, with a key misspelt', async () => {
    await expect(judge({ linux: { tarjet: 'deb' } })).rejects.toThrow(/configuration\.linux/u);
    await expect(judge({ electronFuses: { runAsNod: false } })).rejects.toThrow(
      /configuration\.electronFuses/u,
    );
  });

  test('names only files that are there', () => {
    const { mac, win, linux } = config;
    const files = [mac?.icon, mac?.entitlements, mac?.entitlementsInherit, win?.icon, linux?.icon];
    expect(files.filter((file) => !existsSync(join(ROOT, String(file))))).toEqual([]);
  });
});

describe('the fuses', () => {
  test('are all set, every one that the tool knows', () => {
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(known.length).toBeGreaterThanOrEqual(8);
    const keys = known.map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`);
    expect(Object.keys(config.electronFuses ?? {}).sort()).toEqual(keys.sort());
  });

  test('are strict', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.asar).toBe(true);
    expect(config.disableAsarIntegrity).toBeUndefined();
  });
});

describe('the package', () => {
  test.each([
    'package.json',
    'out/main/main.js',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/index.js',
  ])('holds %s', (file) => {
    expect(isPacked(file)).toBe(true);
  });

  test.each([
    'icon.png',
    'tray.png',
    'tray@2x.png',
    'tray.ico',
    'trayTemplate.png',
    'trayTemplate@2x.png',
  ])('holds the icon %s, which the app loads', (name) => {
    expect(isPacked(`build/icons/${name}`)).toBe(true);
    expect(existsSync(join(ROOT, 'build/icons', name))).toBe(true);
  });

  test.each([
    'node_modules/zod/index.js',
    'node_modules/zod/package.json',
    'out/main/main.js.map',
    'out/walk/1-connect.png',
    'electron/main.ts',
    'renderer/index.html',
    'tests/vitest.config.ts',
    'build/icons/source/tray.svg',
    'build/icons/icon.icns',
    'package-lock.json',
    '.npmrc',
  ])('does not hold %s', (file) => {
    expect(isPacked(file)).toBe(false);
  });
});

describe('the platforms', () => {
  test('call the program perch, and the application of macOS Perch', () => {
    expect([config.executableName, config.mac?.executableName]).toEqual(['perch', 'Perch']);
  });

  test('register one scheme, which is the app id', () => {
    expect(config.protocols).toEqual([{ name: 'Perch', schemes: [config.appId] }]);
    expect(config.appId).toBe('app.perch.desktop');
  });

  test('macOS: universal, hardened, and given nothing but the right to compile', () => {
    expect(targetsOf('mac')).toEqual([
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ]);
    expect(config.mac).toMatchObject({ hardenedRuntime: true, minimumSystemVersion: '13.0' });
    // Where LSUIElement would stand: the main window keeps its icon in the Dock.
    expect(config.mac?.extendInfo).toBeUndefined();
    const granted = readFileSync(join(ROOT, String(config.mac?.entitlements)), 'utf8');
    const keys = [...granted.matchAll(/<key>([^<]*)<\/key>/gu)].map(([, key]) => key);
    expect(keys).toEqual(['com.apple.security.cs.allow-jit']);
    expect(config.mac?.entitlementsInherit).toBe(config.mac?.entitlements);
  });

  test('Windows: an installer for one user, and a portable program', () => {
    expect(targetsOf('win').map(({ target }) => target)).toEqual(['nsis', 'portable']);
    expect(config.nsis).toMatchObject({ oneClick: true, perMachine: false });
  });

  test('Linux: three formats, of which two ask for libsecret', () => {
    expect(targetsOf('linux').map(({ target }) => target)).toEqual(['AppImage', 'deb', 'rpm']);
    expect(config.deb?.depends).toContain('libsecret-1-0');
    expect(config.rpm?.depends?.some((entry) => entry.includes('libsecret'))).toBe(true);
  });

  test('Linux: the window is matched to its .desktop file', () => {
    const desktopName: unknown = config.extraMetadata?.desktopName;
    expect(config.linux?.syncDesktopName).toBe(true);
    expect(desktopName).toBe(`${config.linux?.desktop?.entry?.['StartupWMClass']}.desktop`);
    expect(config.linux?.category).toBe('Office;ProjectManagement');
  });
});
