const { contextBridge, ipcRenderer } = require('electron');

class Point {
  constructor() {
    this.x = 1;
  }

  method() {
    return this.x;
  }
}

const heard = [];
ipcRenderer.on('heard', (event, ...args) => heard.push(args));
globalThis.secret = 'of the isolated world';

const cycle = { name: 'cycle' };
cycle.self = cycle;

const nested = (depth) => {
  const root = {};
  for (let at = root, left = depth; left > 0; left -= 1) {
    at.next = {};
    at = at.next;
  }
  return root;
};

contextBridge.exposeInMainWorld('bridge', {
  number: 1,
  text: 'text',
  list: [1, [2]],
  nothing: null,
  missing: undefined,
  big: 10n,
  date: new Date(5),
  map: new Map([['a', 1]]),
  set: new Set([1]),
  bytes: new Uint8Array([1, 2]),
  point: new Point(),
  cycle,
  failure: new RangeError('too far'),
  [Symbol('hidden')]: 1,
  add: (a, b) => a + b,
  nested: { self: () => typeof globalThis.secret },
  resolves: () => Promise.resolve({ value: 1 }),
  rejects: () => Promise.reject(new Error('not today')),
  throws: () => {
    throw new RangeError('out of range');
  },
  callBack: (callback) => callback(20) + 1,
  isSame: (a, b) => a === b,
  giveBack: (value) => value,
  describe: (value) => Object.prototype.toString.call(value),
  read: (element) => element.textContent,
  deep: (depth) => nested(depth),
  expose: (name) => contextBridge.exposeInMainWorld(name, 1),
  listen: (channel, callback) => {
    const forward = (event, ...args) => callback(...args);
    ipcRenderer.on(channel, forward);
    return () => ipcRenderer.off(channel, forward);
  },
  listenOnce: (channel, callback) => {
    ipcRenderer.once(channel, (event, ...args) => callback(...args));
  },
  removeAll: (channel) => ipcRenderer.removeAllListeners(channel),
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  sendSync: (channel, ...args) => ipcRenderer.sendSync(channel, ...args),
  sendKind: (kind) =>
    ipcRenderer.send(
      'kind',
      {
        function: () => 1,
        symbol: Symbol('x'),
        promise: Promise.resolve(),
        element: document.body,
        proxy: new Proxy({}, {}),
        weak: new WeakMap(),
      }[kind],
    ),
  echoKind: async (kind) => {
    const value = {
      date: new Date(5),
      map: new Map([[{ k: 1 }, 'v']]),
      set: new Set(['a']),
      bytes: new Uint16Array([1, 65535]),
      buffer: new Uint8Array([7]).buffer,
      big: 10n,
      nan: Number.NaN,
      zero: -0,
      pattern: /a+/gi,
      missing: undefined,
      cycle,
      point: new Point(),
      proto: JSON.parse('{"__proto__": {"polluted": true}}'),
      error: new TypeError('wrong'),
      holes: Object.assign([1], { 2: 3 }),
      match: /b(?<rest>.)/.exec('abc'),
    }[kind];
    const copy = await ipcRenderer.invoke('echo', value);
    switch (kind) {
      case 'date':
        return copy instanceof Date && copy.getTime() === 5;
      case 'map':
        return copy instanceof Map && [...copy.keys()][0].k === 1;
      case 'set':
        return copy instanceof Set && copy.has('a');
      case 'bytes':
        return copy instanceof Uint16Array && copy[1] === 65535;
      case 'buffer':
        return copy instanceof ArrayBuffer && new Uint8Array(copy)[0] === 7;
      case 'big':
        return copy === 10n;
      case 'nan':
        return Number.isNaN(copy);
      case 'zero':
        return Object.is(copy, -0);
      case 'pattern':
        return copy instanceof RegExp && String(copy) === '/a+/gi';
      case 'missing':
        return copy === undefined;
      case 'cycle':
        return copy.self === copy;
      case 'point':
        return (
          copy.x === 1 &&
          copy.method === undefined &&
          Object.getPrototypeOf(copy) === Object.prototype
        );
      case 'proto':
        return Object.hasOwn(copy, '__proto__') && copy.polluted === undefined;
      case 'error':
        return copy instanceof TypeError && copy.message === 'wrong';
      case 'holes':
        return copy.length === 3 && !(1 in copy);
      default:
        return copy.index === 1 && copy.groups.rest === 'c';
    }
  },
  heard: () => heard,
  process: () => ({
    type: process.type,
    sandboxed: process.sandboxed,
    contextIsolated: process.contextIsolated,
    isMainFrame: process.isMainFrame,
    electron: process.versions.electron,
    platform: process.platform,
  }),
  modules: () =>
    ['electron', 'electron/renderer', 'node:fs'].map((name) => {
      try {
        return typeof require(name);
      } catch {
        return 'refused';
      }
    }),
  globals: () => [typeof require, typeof process, typeof module, typeof exports, typeof global],
  ready: () => document.readyState,
});

ipcRenderer.send('preload-ran', location.pathname, document.readyState);
