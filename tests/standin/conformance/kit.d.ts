import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';

/** What the app `pages` puts on its main process's `globalThis` for the specs. */
interface Kit {
  readonly preload: string;
  /** The folder of its pages. */
  readonly site: string;
  once(emitter: unknown, name: string): Promise<unknown[]>;
  open(page?: string, options?: BrowserWindowConstructorOptions): Promise<BrowserWindow>;
  record(emitter: unknown, ...names: string[]): string[];
  /** What an error says, or the value. */
  messageOf(work: () => unknown): Promise<string>;
  session(): Session;
  /** Undoes what a statement did that can be undone. */
  reset(): Promise<void>;
}

/** What its preload puts on a page. */
interface Bridge {
  readonly [name: string]: unknown;
  add(a: number, b: number): number;
  callBack(callback: (value: number) => number): number;
  deep(depth: number): unknown;
  describe(value: unknown): string;
  echoKind(kind: string): Promise<boolean>;
  expose(name: string): void;
  giveBack<T>(value: T): T;
  globals(): string[];
  heard(): unknown[][];
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  isSame(a: unknown, b: unknown): boolean;
  listen(channel: string, callback: (...args: unknown[]) => void): () => void;
  listenOnce(channel: string, callback: (...args: unknown[]) => void): void;
  modules(): string[];
  process(): Readonly<Record<string, unknown>>;
  read(element: Element): string;
  rejects(): Promise<never>;
  removeAll(channel: string): void;
  resolves(): Promise<{ value: number }>;
  send(channel: string, ...args: unknown[]): void;
  sendKind(kind: string): void;
  sendSync(channel: string, ...args: unknown[]): unknown;
  throws(): never;
}

declare global {
  const kit: Kit;
  const bridge: Bridge;
}
