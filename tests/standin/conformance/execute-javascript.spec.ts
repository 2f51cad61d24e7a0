import { inMain } from './in-pages.ts';
import { expect } from './support.ts';

const DOC = 'docs/api/web-contents.md';
const EXECUTE = `${DOC}#contentsexecutejavascriptcode-usergesture`;

inMain(
  'webContents.executeJavaScript',
  'gives the value of the code',
  EXECUTE,
  async () =>
    (await kit.open()).webContents.executeJavaScript('document.title') as Promise<unknown>,
  'Plain',
);

inMain(
  'webContents.executeJavaScript',
  'waits for a promise',
  EXECUTE,
  async () =>
    (await kit.open()).webContents.executeJavaScript(
      'Promise.resolve({ a: [1] })',
    ) as Promise<unknown>,
  { a: [1] },
);

inMain(
  'webContents.executeJavaScript',
  'rejects with what the promise rejects with',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() =>
      webContents.executeJavaScript('Promise.reject(new Error("refused"))'),
    );
  },
  expect.stringContaining('refused'),
);

inMain(
  'webContents.executeJavaScript',
  'does not tell what the code throws',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.executeJavaScript('throw new Error("secret")'));
  },
  expect.stringContaining('Script failed to execute'),
);

inMain(
  'webContents.executeJavaScript',
  'refuses a value that cannot be cloned',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    return kit.messageOf(() => webContents.executeJavaScript('(() => 1)'));
  },
  expect.stringContaining('An object could not be cloned.'),
);

inMain(
  'webContents.executeJavaScript',
  'keeps values JSON does not know',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    const value = (await webContents.executeJavaScript(
      '({ date: new Date(5), map: new Map([[1, 2]]), big: 3n })',
    )) as {
      date: Date;
      map: Map<number, number>;
      big: bigint;
    };
    return [value.date.getTime(), value.map.get(1), value.big === 3n];
  },
  [5, 2, true],
);

inMain(
  'webContents.executeJavaScript',
  'gives a user gesture when asked',
  EXECUTE,
  async () => {
    const { webContents } = await kit.open();
    const code = 'navigator.userActivation.isActive';
    return [
      await webContents.executeJavaScript(code),
      await webContents.executeJavaScript(code, true),
    ] as unknown[];
  },
  [false, true],
);

inMain(
  'webContents.executeJavaScriptInIsolatedWorld',
  'sees the page but not its variables',
  `${DOC}#contentsexecutejavascriptinisolatedworldworldid-scripts-usergesture`,
  async () => {
    const { webContents } = await kit.open();
    await webContents.executeJavaScript('window.own = 1');
    return webContents.executeJavaScriptInIsolatedWorld(1_004, [
      { code: 'window.other = 2' },
      { code: '[typeof own, other, document.title]' },
    ]) as Promise<unknown>;
  },
  ['undefined', 2, 'Plain'],
);

inMain(
  'webContents.executeJavaScriptInIsolatedWorld',
  'reaches the preload’s world as 999',
  `${DOC}#contentsexecutejavascriptinisolatedworldworldid-scripts-usergesture`,
  async () =>
    (await kit.open()).webContents.executeJavaScriptInIsolatedWorld(999, [
      { code: 'globalThis.secret' },
    ]) as Promise<unknown>,
  'of the isolated world',
);

inMain(
  'webContents.insertCSS',
  'styles the page until removeInsertedCSS',
  `${DOC}#contentsinsertcsscss-options`,
  async () => {
    const { webContents } = await kit.open();
    const color = (): Promise<unknown> =>
      webContents.executeJavaScript('getComputedStyle(document.body).color') as Promise<unknown>;
    const key = await webContents.insertCSS('body { color: rgb(1, 2, 3); }');
    const styled = await color();
    await webContents.removeInsertedCSS(key);
    return [styled, await color()];
  },
  ['rgb(1, 2, 3)', 'rgb(0, 0, 0)'],
);
