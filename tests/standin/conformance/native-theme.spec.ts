import { expect, states } from './support.ts';

const DOC = 'docs/api/native-theme.md';

states(
  'nativeTheme.themeSource',
  'is system until the app says otherwise',
  `${DOC}#nativethemethemesource`,
  async ({ app }) => {
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
  },
);

for (const [source, dark] of [
  ['dark', true],
  ['light', false],
] as const)
  states(
    'nativeTheme.shouldUseDarkColors',
    `is ${String(dark)} with the source ${source}`,
    `${DOC}#nativethemethemesource`,
    async ({ app }) => {
      const isDark = await app.evaluate(({ nativeTheme }, chosen) => {
        nativeTheme.themeSource = chosen;
        return nativeTheme.shouldUseDarkColors;
      }, source);
      expect(isDark).toBe(dark);
    },
  );

states(
  'nativeTheme.themeSource',
  'refuses what is none of the three',
  `${DOC}#nativethemethemesource`,
  async ({ app }) => {
    const name = await app.evaluate(({ nativeTheme }) => {
      try {
        nativeTheme.themeSource = 'blue' as never;
        return 'no error';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(name).toBe('TypeError');
  },
);

states(
  "nativeTheme 'updated'",
  'is emitted when a new source changes the colours',
  `${DOC}#event-updated`,
  async ({ app }) => {
    const heard = await app.evaluate(async ({ nativeTheme }) => {
      const opposite = nativeTheme.shouldUseDarkColors ? 'light' : 'dark';
      return new Promise((resolve) => {
        nativeTheme.once('updated', () => resolve(true));
        nativeTheme.themeSource = opposite;
      });
    });
    expect(heard).toBe(true);
  },
);

states('nativeTheme', 'tells of contrast, transparency and inversion', DOC, async ({ app }) => {
  const kinds = await app.evaluate(({ nativeTheme }) =>
    [
      'shouldUseHighContrastColors',
      'shouldUseInvertedColorScheme',
      'inForcedColorsMode',
      'prefersReducedTransparency',
      'shouldUseDarkColorsForSystemIntegratedUI',
    ].map((name) => typeof Reflect.get(nativeTheme, name)),
  );
  expect(kinds).toEqual(Array(5).fill('boolean'));
});

states(
  'systemPreferences.getAnimationSettings',
  'tells of three things',
  'docs/api/system-preferences.md#systempreferencesgetanimationsettings',
  async ({ app }) => {
    const settings = await app.evaluate(({ systemPreferences }) =>
      systemPreferences.getAnimationSettings(),
    );
    expect(settings).toEqual({
      shouldRenderRichAnimation: expect.any(Boolean),
      scrollAnimationsEnabledBySystem: expect.any(Boolean),
      prefersReducedMotion: expect.any(Boolean),
    });
  },
);
