import { EventEmitter } from 'node:events';
import { basename } from 'node:path';
import type { AppPackage } from '../boot/app-package.ts';
import type { Switches } from '../boot/switches.ts';
import { createCommandLine } from './app-command-line.ts';
import { applicationLocale, countryCode, preferredLanguages, systemLocale } from './app-locale.ts';
import { AppPaths, type PathName } from './app-paths.ts';

export interface IdentityHost {
  readonly switches: Switches;
  readonly package: AppPackage;
  readonly env: NodeJS.ProcessEnv;
}

/** Electron makes one up from the app's name where package.json has no `desktopName`. */
export function defaultDesktopName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `${words?.join('-') ?? basename(process.execPath)}.desktop`;
}

/** What the app is called, where its folders are and which language it speaks. */
export class AppIdentity extends EventEmitter {
  readonly commandLine;
  /** Only macOS has a dock. */
  readonly dock = undefined;
  readonly runningUnderARM64Translation = false;
  readonly #package: AppPackage;
  readonly #switches: Switches;
  readonly #env: NodeJS.ProcessEnv;
  readonly #paths: AppPaths;
  #name: string;
  #version: string;
  #ready = false;

  constructor({ package: own, switches, env }: IdentityHost) {
    super();
    this.#package = own;
    this.#switches = switches;
    this.#env = env;
    this.#name = own.name;
    this.#version = own.version;
    this.#paths = new AppPaths(() => this.#name, switches.value('user-data-dir'));
    this.commandLine = createCommandLine(switches);
    this.setDesktopName(own.desktopName ?? defaultDesktopName(own.name));
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return this.#version;
  }

  setVersion(version: string): void {
    this.#version = version;
  }

  get isPackaged(): boolean {
    return (
      this.#env['ELECTRON_FORCE_IS_PACKAGED'] !== undefined ||
      basename(process.execPath).toLowerCase() !== 'electron'
    );
  }

  getAppPath(): string {
    return this.#package.path;
  }

  getPath(name: PathName): string {
    return this.#paths.get(name);
  }

  setPath(name: PathName, path: string): void {
    this.#paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    this.#paths.setLogs(path);
  }

  setDesktopName(name: string): void {
    this.#env['CHROME_DESKTOP'] = name;
  }

  isReady(): boolean {
    return this.#ready;
  }

  /** Whether windows may be made; a test driver may have replaced `isReady`. */
  get hasStarted(): boolean {
    return this.#ready;
  }

  /** Chromium has no locale before it runs. */
  getLocale(): string {
    return this.#ready ? applicationLocale(this.#env, this.#switches.value('lang')) : '';
  }

  getSystemLocale(): string {
    if (!this.#ready)
      throw new Error('app.getSystemLocale() can only be called after app is ready');
    return systemLocale(this.#env);
  }

  getPreferredSystemLanguages(): string[] {
    return preferredLanguages(this.#env);
  }

  getLocaleCountryCode(): string {
    return countryCode(this.#env);
  }

  enableSandbox(): void {
    this.onlyBeforeReady('enableSandbox');
    this.#switches.remove('no-sandbox');
    this.#switches.append('enable-sandbox', '');
  }

  disableHardwareAcceleration(): void {
    this.onlyBeforeReady('disableHardwareAcceleration');
    this.#switches.append('disable-gpu', '');
  }

  isHardwareAccelerationEnabled(): boolean {
    return !this.#switches.has('disable-gpu');
  }

  protected onlyBeforeReady(method: string): void {
    if (this.#ready) throw new Error(`app.${method}() can only be called before app is ready`);
  }

  protected markReady(): void {
    this.#ready = true;
  }
}
