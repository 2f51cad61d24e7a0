import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that Perch's own scripts need on Linux, and the Debian package it comes in. */
interface Requirement {
  /** Any one of these commands will do. */
  readonly commands: readonly string[];
  readonly debianPackage: string;
}

const CHROMIUM: Requirement = {
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debianPackage: 'chromium',
};

/** What it takes to run Perch on the stand-in. */
export const FOR_STANDIN: readonly Requirement[] = [CHROMIUM];

const XVFB: Requirement = { commands: ['Xvfb'], debianPackage: 'xvfb' };

/** What it takes to run real Electron where there is no display. */
export const FOR_ELECTRON_UNSEEN: readonly Requirement[] = [XVFB];

/** What it takes to run the tests. */
export const FOR_TESTS: readonly Requirement[] = [
  CHROMIUM,
  XVFB,
  { commands: ['dbus-daemon'], debianPackage: 'dbus' },
  { commands: ['gnome-keyring-daemon'], debianPackage: 'gnome-keyring' },
  { commands: ['secret-tool'], debianPackage: 'libsecret-tools' },
  { commands: ['dbus-monitor'], debianPackage: 'dbus-bin' },
  { commands: ['gdbus'], debianPackage: 'libglib2.0-bin' },
  { commands: ['gio'], debianPackage: 'libglib2.0-bin' },
  { commands: ['file'], debianPackage: 'file' },
  { commands: ['openssl'], debianPackage: 'openssl' },
  { commands: ['xdg-open'], debianPackage: 'xdg-utils' },
  { commands: ['xfce4-panel'], debianPackage: 'xfce4-panel' },
  { commands: ['xdotool'], debianPackage: 'xdotool' },
];

/** Whether a command is on the PATH. */
export function isOnPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const missingFrom = (requirements: readonly Requirement[]): readonly string[] =>
  requirements
    .filter(({ commands }) => !commands.some(isOnPath))
    .map(({ debianPackage }) => debianPackage);

/** Whether this process may do anything on the system. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** How to run a command as root without a password being asked for; null where that cannot be. */
function rootPrefix(): readonly string[] | null {
  if (isRoot()) return [];
  return isOnPath('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}

/**
 * Sees to it that the system has what is needed: installs it through apt where that is possible
 * without asking anybody, else says what to type. Answers whether all of it is there.
 */
export function ensureSystemPackages(requirements: readonly Requirement[]): boolean {
  if (process.platform !== 'linux') return true;
  const missing = missingFrom(requirements);
  if (missing.length === 0) return true;

  const prefix = isOnPath('apt-get') ? rootPrefix() : null;
  if (prefix === null) {
    const advice = isOnPath('apt-get')
      ? `Type: sudo apt-get install ${missing.join(' ')}`
      : 'Install them with this system’s package manager.';
    console.error(`This machine lacks ${missing.join(', ')}. ${advice}`);
    return false;
  }
  console.log(`Installing what this machine lacks: ${missing.join(', ')}`);
  const run = (...command: readonly string[]): boolean => {
    const [program = '', ...rest] = [...prefix, ...command];
    const options = { stdio: ['ignore', 'ignore', 'inherit'] as const };
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(program, rest, { ...options, stdio: [...options.stdio], env }).status === 0;
  };
  run('apt-get', '-qq', 'update');
  run('apt-get', '-qq', 'install', '-y', '--no-install-recommends', ...missing);
  const still = missingFrom(requirements);
  if (still.length > 0) console.error(`Still missing after installing: ${still.join(', ')}.`);
  return still.length === 0;
}
