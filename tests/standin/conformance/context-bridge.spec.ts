import { inPage } from './in-pages.ts';
import { expect } from './support.ts';

const DOC = 'docs/api/context-bridge.md';
const TYPES = `${DOC}#parameter--error--return-type-support`;
const EXPOSE = 'contextBridge.exposeInMainWorld';

inPage(
  EXPOSE,
  'gives the page the values under the name',
  `${DOC}#contextbridgeexposeinmainworldapikey-api`,
  () => [bridge['number'], bridge['text'], bridge['nothing'], bridge['missing'], bridge['list']],
  [1, 'text', null, undefined, [1, [2]]],
);

inPage(
  EXPOSE,
  'freezes what it exposes, to the bottom',
  `${DOC}#api`,
  () => [bridge, bridge['nested'], bridge['list']].every((value) => Object.isFrozen(value)),
  true,
);

inPage(
  EXPOSE,
  'lets nobody replace what it exposes',
  `${DOC}#api`,
  () => {
    try {
      Object.defineProperty(globalThis, 'bridge', { value: 1 });
    } catch (error) {
      return (error as Error).name;
    }
    return 'replaced';
  },
  'TypeError',
);

inPage(
  EXPOSE,
  'refuses a name that is taken',
  `${DOC}#contextbridgeexposeinmainworldapikey-api`,
  () => {
    try {
      bridge.expose('document');
    } catch (error) {
      return (error as Error).message;
    }
    return 'exposed';
  },
  'Cannot bind an API on top of an existing property on the window object',
);

inPage(
  EXPOSE,
  'keeps the isolated world’s globals to itself',
  'docs/tutorial/context-isolation.md',
  () => ['secret', 'require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
  [],
);

inPage(
  EXPOSE,
  'passes calls on, with their arguments and values',
  `${DOC}#api-functions`,
  () => bridge.add(2, 3),
  5,
);

inPage(
  EXPOSE,
  'runs functions in the isolated world',
  `${DOC}#api-functions`,
  () => (bridge['nested'] as { self(): string }).self(),
  'string',
);

inPage(EXPOSE, 'passes a promise’s value on', TYPES, () => bridge.resolves(), { value: 1 });

inPage(
  EXPOSE,
  'passes a promise’s rejection on',
  TYPES,
  async () => {
    try {
      await bridge.rejects();
    } catch (error) {
      return [error instanceof Error, (error as Error).message];
    }
    return [];
  },
  [true, 'not today'],
);

inPage(
  EXPOSE,
  'passes a thrown error on by its message',
  TYPES,
  () => {
    try {
      bridge.throws();
    } catch (error) {
      return [error instanceof Error, (error as Error).message];
    }
    return [];
  },
  [true, 'out of range'],
);

inPage(
  EXPOSE,
  'passes callbacks of the page to the preload',
  `${DOC}#api-functions`,
  () => bridge.callBack((value) => value * 2),
  41,
);

inPage(
  EXPOSE,
  'passes what a callback of the page throws to the preload, and back',
  TYPES,
  () => {
    try {
      bridge.callBack(() => {
        throw new Error('from the page');
      });
    } catch (error) {
      return [error instanceof Error, (error as Error).message];
    }
    return [];
  },
  [true, 'from the page'],
);

inPage(
  EXPOSE,
  'keeps a bigint, a Date, a Map, a Set and bytes',
  TYPES,
  () => [
    bridge['big'] === 10n,
    bridge['date'] instanceof Date && (bridge['date'] as Date).getTime() === 5,
    bridge['map'] instanceof Map && (bridge['map'] as Map<string, number>).get('a') === 1,
    bridge['set'] instanceof Set && (bridge['set'] as Set<number>).has(1),
    bridge['bytes'] instanceof Uint8Array && (bridge['bytes'] as Uint8Array)[1] === 2,
  ],
  [true, true, true, true, true],
);

inPage(
  EXPOSE,
  'drops the prototype of a class’s instance',
  TYPES,
  () => {
    const point = bridge['point'] as { x: number; method?: unknown };
    return [point.x, point.method, Object.getPrototypeOf(point) === Object.prototype];
  },
  [1, undefined, true],
);

inPage(
  EXPOSE,
  'keeps what contains itself',
  TYPES,
  () => {
    const cycle = bridge['cycle'] as { self: unknown };
    return cycle.self === cycle;
  },
  true,
);

inPage(
  EXPOSE,
  'gives an error as a plain Error with its message',
  TYPES,
  () => {
    const failure = bridge['failure'] as Error;
    return [failure instanceof Error, failure.message];
  },
  [true, 'too far'],
);

inPage(EXPOSE, 'leaves symbols out', TYPES, () => Object.getOwnPropertySymbols(bridge), []);

inPage(
  EXPOSE,
  'gives a function that came from the page back as itself',
  `${DOC}#api-functions`,
  () => {
    const own = (): void => undefined;
    return bridge.giveBack(own) === own;
  },
  true,
);

inPage(
  EXPOSE,
  'gives one object that is passed twice as one',
  `${DOC}#api-functions`,
  () => {
    const one = {};
    return [bridge.isSame(one, one), bridge.isSame({}, {})];
  },
  [true, false],
);

inPage(
  EXPOSE,
  'passes elements',
  TYPES,
  () => {
    const heading = document.querySelector('h1');
    return heading === null
      ? undefined
      : [bridge.read(heading), bridge.giveBack(heading) === heading];
  },
  ['Plain', true],
);

inPage(
  EXPOSE,
  'refuses what is nested deeper than a thousand',
  DOC,
  () => {
    try {
      bridge.deep(1_001);
    } catch (error) {
      return (error as Error).message;
    }
    return 'passed';
  },
  expect.stringContaining('recursion depth exceeded'),
);
