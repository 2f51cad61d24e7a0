import { openPage } from './in-pages.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/ipc-renderer.md#ipcrendererinvokechannel-args';

for (const [kind, sentence] of [
  ['date', 'keeps a Date'],
  ['map', 'keeps a Map and its keys'],
  ['set', 'keeps a Set'],
  ['bytes', 'keeps a typed array'],
  ['buffer', 'keeps an ArrayBuffer'],
  ['big', 'keeps a bigint'],
  ['nan', 'keeps NaN'],
  ['zero', 'keeps the sign of zero'],
  ['pattern', 'keeps a regular expression'],
  ['missing', 'keeps undefined'],
  ['cycle', 'keeps what contains itself'],
  ['point', 'drops prototypes'],
  ['proto', 'keeps an own __proto__ what it is'],
  ['error', 'keeps an error and its kind'],
  ['holes', 'keeps the holes of a list'],
  ['match', 'keeps what a list holds besides its items'],
] as const)
  states('ipcRenderer.invoke', sentence, DOC, async ({ app }) => {
    const page = await openPage(app);
    expect(await page.evaluate((wanted) => bridge.echoKind(wanted), kind)).toBe(true);
  });

for (const [kind, what] of [
  ['function', 'a function'],
  ['symbol', 'a symbol'],
  ['promise', 'a promise'],
  ['element', 'an element'],
  ['proxy', 'a Proxy'],
  ['weak', 'a WeakMap'],
] as const)
  states('ipcRenderer.send', `refuses ${what}`, DOC, async ({ app }) => {
    const page = await openPage(app);
    const message = await page.evaluate((wanted) => {
      try {
        bridge.sendKind(wanted);
        return 'sent';
      } catch (error) {
        return (error as Error).message;
      }
    }, kind);
    expect(message).toContain('An object could not be cloned.');
  });
