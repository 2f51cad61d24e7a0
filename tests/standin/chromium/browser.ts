import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { chromiumArguments, windowArguments, type ChromiumOptions } from './chromium-arguments.ts';
import { Connection, type Session } from './connection.ts';

/** A tab that waits for its first instruction. */
export interface Target {
  readonly id: string;
  readonly session: Session;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BrowserEvents {
  /** The page of target `opener` opened a window; nobody has let it run yet. */
  opened(opener: string, target: Target, url: string): void;
  /** A window was closed by somebody else, or its renderer went away for good. */
  detached(targetId: string): void;
  /** Chromium ended although nobody asked it to. */
  gone(): void;
}

/** How long a refused tab may take to make its request. */
const REFUSAL_PATIENCE_MS = 1_000;

/** A running Chromium that shows nothing until it is asked for a window. */
export class Browser {
  readonly headless: boolean;
  readonly #program: string;
  readonly #options: ChromiumOptions;
  readonly #process: ChildProcess;
  readonly #connection: Connection;
  readonly #targetOf = new Map<string, string>();
  readonly #attached = new Map<string, Target>();
  readonly #byUrl = new Map<string, (target: Target) => void>();
  readonly #byId = new Map<string, (target: Target) => void>();
  #closing = false;

  private constructor(program: string, options: ChromiumOptions, events: BrowserEvents) {
    this.headless = options.headless;
    this.#program = program;
    this.#options = options;
    mkdirSync(options.profile, { recursive: true });
    const child = spawn(program, chromiumArguments(options), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    this.#process = child;
    const [, , , input, output] = child.stdio;
    this.#connection = new Connection(input as Writable, output as Readable);
    // Playwright waits for this line on Electron's own stderr.
    createInterface({ input: child.stderr as Readable }).on('line', (line) => {
      if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
    });
    child.on('error', () => undefined);
    this.#connection.onClose(() => {
      if (!this.#closing) events.gone();
    });
    this.#listen(events);
  }

  static async start(
    program: string,
    options: ChromiumOptions,
    events: BrowserEvents,
  ): Promise<Browser> {
    const browser = new Browser(program, options, events);
    await Promise.all([
      browser.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] }),
      browser.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
      }),
    ]);
    return browser;
  }

  get send(): Session['send'] {
    const { root } = this.#connection;
    return root.send.bind(root);
  }

  /**
   * Opens an empty window whose content has the size of `bounds`; one that `hasTabs` is larger.
   * @param context The browser context it belongs to; without one the profile.
   */
  openWindow(bounds: Bounds, context?: string): Promise<Target> {
    return this.hasTabs(context) ? this.#openTab(bounds, context) : this.#openAppWindow(bounds);
  }

  /** Whether windows come with tabs and an address bar. */
  hasTabs(context?: string): boolean {
    return this.headless || context !== undefined;
  }

  async closeTarget(id: string): Promise<void> {
    if (this.#connection.closed) return;
    await this.send('Target.closeTarget', { targetId: id }).catch(() => undefined);
  }

  /**
   * Closes a tab that still waits. It has to run for that: waiting holds up the opener, too, where
   * both share a process. A tab bound for the network is closed when its request has been failed;
   * closed before, it would let the request go. Another DevTools client, such as Playwright, may let
   * the tab run first, and then its first request gets out all the same.
   */
  async refuse({ id, session }: Target, isBoundForNetwork: boolean): Promise<void> {
    const failed = new Promise<void>((resolve) => {
      session.on('Fetch.requestPaused', ({ requestId }) => {
        const failure = { requestId, errorReason: 'Aborted' } as const;
        void session
          .send('Fetch.failRequest', failure)
          .catch(() => undefined)
          .finally(resolve);
      });
      setTimeout(resolve, isBoundForNetwork ? REFUSAL_PATIENCE_MS : 0);
    });
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).catch(() => undefined);
    session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
    await failed;
    await this.closeTarget(id);
  }

  /** Ends Chromium, by force if it takes longer than `patienceMs`. */
  async close(patienceMs = 3_000): Promise<void> {
    this.#closing = true;
    this.#connection.abandon();
    const child = this.#process;
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    if (!this.#connection.closed) this.send('Browser.close').catch(() => undefined);
    await ended;
    clearTimeout(timer);
  }

  /** For the last moment of the process, when nothing can be awaited any more. */
  kill(): void {
    this.#closing = true;
    this.#process.kill('SIGKILL');
  }

  async #openTab(bounds: Bounds, context?: string): Promise<Target> {
    const { targetId } = await this.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...(context === undefined ? {} : { browserContextId: context }),
      width: bounds.width,
      height: bounds.height,
    });
    const known = this.#attached.get(targetId);
    if (known !== undefined) return known;
    return new Promise((resolve) => {
      this.#byId.set(targetId, resolve);
    });
  }

  /**
   * A window without tabs and address bar, which DevTools cannot open: a second Chromium asks the
   * first for it and ends. The nonce in its address tells which of the new tabs it is.
   */
  #openAppWindow(bounds: Bounds): Promise<Target> {
    const url = `data:text/html,${randomBytes(9).toString('hex')}`;
    return new Promise((resolve, reject) => {
      this.#byUrl.set(url, resolve);
      const helper = spawn(
        this.#program,
        [
          ...windowArguments(this.#options),
          `--app=${url}`,
          `--window-size=${bounds.width},${bounds.height}`,
          `--window-position=${bounds.x},${bounds.y}`,
        ],
        { stdio: 'ignore' },
      );
      helper.on('error', reject);
    });
  }

  #listen(events: BrowserEvents): void {
    const { root } = this.#connection;
    root.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const target = { id: targetInfo.targetId, session: this.#connection.session(sessionId) };
      if (targetInfo.type !== 'page') {
        target.session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
        return;
      }
      this.#targetOf.set(sessionId, target.id);
      const waiting = this.#byUrl.get(targetInfo.url) ?? this.#byId.get(target.id);
      this.#byUrl.delete(targetInfo.url);
      this.#byId.delete(target.id);
      if (waiting !== undefined) waiting(target);
      else if (targetInfo.openerId !== undefined)
        events.opened(targetInfo.openerId, target, targetInfo.url);
      else this.#attached.set(target.id, target);
    });
    root.on('Target.detachedFromTarget', ({ sessionId }) => {
      const id = this.#targetOf.get(sessionId);
      this.#targetOf.delete(sessionId);
      this.#connection.forget(sessionId);
      if (id === undefined) return;
      this.#attached.delete(id);
      if (!this.#closing) events.detached(id);
    });
  }
}
