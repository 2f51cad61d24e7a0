import type { Base64, CreateCodec, Encoded } from '../codec/codec.ts';
import type { FromRenderer, ToRenderer } from './messages.ts';
import type { Bridge } from './bridge.ts';

/** What the host tells a page's preload about itself. */
export interface RendererInfo {
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Name of the global by which the host delivers messages to this world. */
  readonly receiver: string;
  /** Name of the DevTools binding by which this world speaks to the host. */
  readonly sender: string;
}

/** The preload, wrapped as Electron's sandbox wraps it. */
export type PreloadScript = (
  this: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
  global: unknown,
  setImmediate: (callback: (...args: unknown[]) => void, ...args: unknown[]) => number,
  clearImmediate: (id: number) => void,
) => void;

/**
 * A sandboxed preload's world: `require('electron')`, a small `process`, and no Node.
 * The function's own text runs in the page, so it names nothing outside itself.
 */
export function runIsolatedWorld(
  createCodec: CreateCodec,
  base64: Base64,
  bridge: Bridge,
  info: RendererInfo,
  preload: PreloadScript,
): void {
  type Listener = (event: unknown, ...args: unknown[]) => void;
  type Subscribe = (channel: string, listener: Listener) => IpcRenderer;
  interface IpcRenderer {
    invoke(channel: string, ...args: unknown[]): Promise<unknown>;
    send(channel: string, ...args: unknown[]): void;
    readonly on: Subscribe;
    readonly addListener: Subscribe;
    readonly once: Subscribe;
    readonly off: Subscribe;
    readonly removeListener: Subscribe;
    removeAllListeners(channel?: string): IpcRenderer;
    listenerCount(channel: string): number;
    eventNames(): string[];
    sendSync(channel: string, ...args: unknown[]): unknown;
    readonly sendToHost: () => never;
    readonly postMessage: () => never;
  }
  const scope = globalThis as unknown as Record<string, unknown>;
  const sendText = scope[info.sender] as (text: string) => void;
  delete scope[info.sender];

  const codec = createCodec(base64);
  const clone = structuredClone;
  const listeners = new Map<string, { listener: Listener; call: Listener }[]>();
  const invocations = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void }
  >();
  let lastId = 0;

  const encode = (args: readonly unknown[]): Encoded => {
    try {
      return codec.encode(clone(args));
    } catch {
      throw new Error('An object could not be cloned.');
    }
  };
  const send = (message: FromRenderer): void => sendText(JSON.stringify(message));
  const lacks = (name: string) => (): never => {
    throw new Error(`Electron stand-in: ${name} is not implemented`);
  };

  const off: Subscribe = (channel, listener) => {
    const known = listeners.get(channel) ?? [];
    const last = known.findLastIndex((entry) => entry.listener === listener);
    listeners.set(
      channel,
      known.filter((_entry, index) => index !== last),
    );
    return ipcRenderer;
  };
  const add = (channel: string, listener: Listener, call: Listener): IpcRenderer => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, call }]);
    return ipcRenderer;
  };
  const on: Subscribe = (channel, listener) => add(channel, listener, listener);

  const ipcRenderer: IpcRenderer = {
    invoke: async (channel, ...args) => {
      const encoded = encode(args);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        invocations.set(id, { resolve, reject });
        send({ kind: 'invoke', id, channel, args: encoded });
      });
    },
    send: (channel, ...args) => send({ kind: 'send', channel, args: encode(args) }),
    on,
    addListener: on,
    once: (channel, listener) => {
      const call: Listener = (event, ...args) => {
        off(channel, listener);
        listener(event, ...args);
      };
      return add(channel, listener, call);
    },
    off,
    removeListener: off,
    removeAllListeners: (channel) => {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel) => listeners.get(channel)?.length ?? 0,
    eventNames: () => [...listeners.keys()].filter((channel) => listeners.get(channel)?.length),
    sendSync: (channel, ...args) => {
      // oxlint-disable-next-line prefer-const -- The host writes it.
      let standInReply = '';
      send({ kind: 'send-sync', channel, args: encode(args) });
      // oxlint-disable-next-line no-debugger -- The host writes the reply while this stands here.
      debugger;
      return standInReply === '' ? undefined : codec.decode(JSON.parse(standInReply) as Encoded);
    },
    sendToHost: lacks('ipcRenderer.sendToHost'),
    postMessage: lacks('ipcRenderer.postMessage'),
  };

  const receive = (text: string): void => {
    const message = JSON.parse(text) as ToRenderer;
    if (message.kind === 'event') {
      const args = codec.decode(message.args) as unknown[];
      for (const { call } of listeners.get(message.channel) ?? [])
        call({ sender: ipcRenderer, ports: [] }, ...args);
      return;
    }
    const waiting = invocations.get(message.id);
    invocations.delete(message.id);
    if (message.kind === 'result') waiting?.resolve(codec.decode(message.value));
    else waiting?.reject(new Error(message.error));
  };
  Object.defineProperty(scope, info.receiver, { value: receive });

  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown): void => bridge.expose(key, api),
      exposeInIsolatedWorld: lacks('contextBridge.exposeInIsolatedWorld'),
      executeInMainWorld: lacks('contextBridge.executeInMainWorld'),
    },
    ipcRenderer,
    webFrame: {
      // A window whose page is not zoomed has as many pixels as it is large.
      getZoomFactor: (): number => devicePixelRatio,
      getZoomLevel: (): number => Math.log(devicePixelRatio) / Math.log(1.2),
      setZoomFactor: (factor: number): void => send({ kind: 'zoom', factor }),
      setZoomLevel: (level: number): void => send({ kind: 'zoom', factor: 1.2 ** level }),
      executeJavaScript: lacks('webFrame.executeJavaScript'),
      insertCSS: lacks('webFrame.insertCSS'),
    },
    webUtils: { getPathForFile: (): string => '' },
  };
  const require = (id: string): unknown => {
    if (/^electron(\/(common|renderer))?$/.test(id)) return electron;
    throw new Error(`module not found: ${id}`);
  };
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: window === window.top,
    platform: info.platform,
    arch: info.arch,
    versions: info.versions,
    argv: [],
    env: {},
    nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]): void =>
      queueMicrotask(() => callback(...args)),
  };
  const module = { exports: {} };

  try {
    preload.call(
      globalThis,
      require,
      module,
      module.exports,
      process,
      globalThis,
      (callback, ...args) => Number(setTimeout(() => callback(...args))),
      (id) => clearTimeout(id),
    );
  } catch (error) {
    console.error('Unable to load preload script', error);
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: 'preload-error', stack });
  }
}
