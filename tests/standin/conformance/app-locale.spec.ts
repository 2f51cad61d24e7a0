import { expect, states } from './support.ts';

const LANGUAGES = 'docs/api/app.md#appgetpreferredsystemlanguages';

states(
  'app.getLocale',
  'is the translation Chromium uses, which --lang chooses',
  'docs/api/app.md#appgetlocale',
  async ({ launch }) => {
    const app = await launch({ args: ['--lang=de'] });
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getLocale())).toBe('de');
  },
);

states(
  'app.getSystemLocale',
  'is the region’s, whatever language is preferred',
  'docs/api/app.md#appgetsystemlocale',
  async ({ launch }) => {
    const env = { LANG: 'fi_FI.UTF-8', LC_ALL: '', LC_MESSAGES: '', LANGUAGE: 'de' };
    const app = await launch({ env });
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getSystemLocale())).toBe(
      'fi-FI',
    );
  },
);

states(
  'app.getPreferredSystemLanguages',
  'gives the person’s languages in order, and never C',
  LANGUAGES,
  async ({ launch }) => {
    const env = { LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '', LANGUAGE: 'fr_CA:de' };
    const app = await launch({ env });
    const languages = await app.evaluate(({ app: electronApp }) =>
      electronApp.getPreferredSystemLanguages(),
    );
    expect([...new Set(languages)]).toEqual(['fr-CA', 'fr', 'de']);
  },
);

states(
  'app.getLocaleCountryCode',
  'has two letters or none',
  'docs/api/app.md#appgetlocalecountrycode',
  async ({ app }) => {
    const code = await app.evaluate(({ app: electronApp }) => electronApp.getLocaleCountryCode());
    expect(code).toMatch(/^([A-Z]{2})?$/);
  },
);
