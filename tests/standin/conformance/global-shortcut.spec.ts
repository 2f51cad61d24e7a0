import { expect, states } from './support.ts';

const DOC = 'docs/api/global-shortcut.md';

states('globalShortcut', 'cannot be used before ready', DOC, async ({ early }) => {
  const message = 'Error: globalShortcut cannot be used before the app is ready';
  expect(early).toMatchObject({ register: message, unregisterAll: message });
});

states(
  'globalShortcut.register',
  'throws for what names no key',
  `${DOC}#globalshortcutregisteraccelerator-callback`,
  async ({ app }) => {
    const errors = await app.evaluate(({ globalShortcut }) =>
      ['Control', 'NoSuchKey', '', 'Ctrl+ä'].map((accelerator) => {
        try {
          return globalShortcut.register(accelerator, () => undefined);
        } catch (error) {
          return (error as Error).name;
        }
      }),
    );
    expect(errors).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  },
);

states(
  'globalShortcut.isRegistered',
  'knows a shortcut by any spelling of its keys',
  `${DOC}#globalshortcutisregisteredaccelerator`,
  async ({ app }) => {
    const known = await app.evaluate(({ globalShortcut }) => {
      // Where another program holds it, registering is refused, and then nothing is known either.
      const isOurs = globalShortcut.register('CommandOrControl+Alt+F12', () => undefined);
      return [
        ...['Ctrl+Alt+F12', 'alt+control+f12', ' Alt + CmdOrCtrl + F12 '].map(
          (spelling) => globalShortcut.isRegistered(spelling) === isOurs,
        ),
        globalShortcut.isRegistered('Alt+F12'),
      ];
    });
    expect(known).toEqual([true, true, true, false]);
  },
);

states(
  'globalShortcut.unregister',
  'forgets one shortcut',
  `${DOC}#globalshortcutunregisteraccelerator`,
  async ({ app }) => {
    const known = await app.evaluate(({ globalShortcut }) => {
      globalShortcut.register('Ctrl+Alt+F11', () => undefined);
      globalShortcut.unregister('Ctrl+Alt+F11');
      return globalShortcut.isRegistered('Ctrl+Alt+F11');
    });
    expect(known).toBe(false);
  },
);

states(
  'globalShortcut.unregisterAll',
  'forgets them all',
  `${DOC}#globalshortcutunregisterall`,
  async ({ app }) => {
    const known = await app.evaluate(({ globalShortcut }) => {
      globalShortcut.registerAll(['Ctrl+Alt+F9', 'Ctrl+Alt+F10'], () => undefined);
      globalShortcut.unregisterAll();
      return ['Ctrl+Alt+F9', 'Ctrl+Alt+F10'].map((keys) => globalShortcut.isRegistered(keys));
    });
    expect(known).toEqual([false, false]);
  },
);

states(
  'globalShortcut.setSuspended',
  'makes new registrations fail until it is taken back',
  `${DOC}#globalshortcutsetsuspendedsuspended`,
  async ({ app }) => {
    const seen = await app.evaluate(({ globalShortcut }) => {
      globalShortcut.setSuspended(true);
      const while_ = [
        globalShortcut.isSuspended(),
        globalShortcut.register('Ctrl+Alt+F8', () => undefined),
      ];
      globalShortcut.setSuspended(false);
      return [...while_, globalShortcut.isSuspended()];
    });
    expect(seen).toEqual([true, false, false]);
  },
);
