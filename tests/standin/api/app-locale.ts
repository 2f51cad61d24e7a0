/** What Chromium ships translations for; an app's own locale is one of these. */
const TRANSLATED = new Set(
  (
    'af am ar bg bn ca cs da de el en-GB en-US es es-419 et fa fi fil fr gu he hi hr hu id it ja ' +
    'kn ko lt lv ml mr ms nb nl pl pt-BR pt-PT ro ru sk sl sr sv sw ta te th tr uk ur vi zh-CN zh-TW'
  ).split(' '),
);

/** Regions that read another region's translation, and old names (Chromium's `l10n_util`). */
const ENGLISH_OF_BRITAIN = new Set(['AU', 'CA', 'GB', 'IN', 'NZ', 'ZA']);
const CHINESE_OF_TAIWAN = new Set(['HK', 'MO', 'TW']);
const RENAMED: Readonly<Record<string, string>> = { no: 'nb', iw: 'he', tl: 'fil', in: 'id' };

const nonEmpty = (...texts: readonly (string | undefined)[]): string =>
  texts.find((text) => text !== undefined && text !== '') ?? '';

const isPosix = (locale: string): boolean => /^(C|POSIX)?(\.|@|$)/.test(locale);

/** `de_AT.UTF-8@euro` becomes `de-AT`. */
const canonical = (locale: string): string => {
  const [language = '', region = ''] = (locale.split(/[.@]/)[0] ?? '').split(/[_-]/);
  return region === ''
    ? language.toLowerCase()
    : `${language.toLowerCase()}-${region.toUpperCase()}`;
};

/** GLib's order of variables: a list in LANGUAGE counts unless the locale itself is C. */
function languageNames(env: NodeJS.ProcessEnv): readonly string[] {
  const locale = nonEmpty(env['LC_ALL'], env['LC_MESSAGES'], env['LANG']);
  if (isPosix(locale)) return [];
  return nonEmpty(env['LANGUAGE'], locale)
    .split(':')
    .filter((name) => name !== '' && !isPosix(name));
}

function translationOf(name: string): string | undefined {
  const [given = '', region = ''] = name.split('-');
  const language = RENAMED[given] ?? given;
  const full = region === '' ? language : `${language}-${region}`;
  if (TRANSLATED.has(full)) return full;
  if (language === 'en') return ENGLISH_OF_BRITAIN.has(region) ? 'en-GB' : 'en-US';
  if (language === 'es' && region !== '' && region !== 'ES') return 'es-419';
  if (language === 'zh') return CHINESE_OF_TAIWAN.has(region) ? 'zh-TW' : 'zh-CN';
  if (language === 'pt') return region === '' || region === 'BR' ? 'pt-BR' : 'pt-PT';
  return TRANSLATED.has(language) ? language : undefined;
}

/** `app.getLocale`: the translation Chromium picks, by `--lang` first, then the environment. */
export function applicationLocale(env: NodeJS.ProcessEnv, lang: string): string {
  const names = lang === '' ? languageNames(env) : [lang];
  return names.map(canonical).map(translationOf).find(Boolean) ?? 'en-US';
}

/**
 * `app.getSystemLocale`: ICU's default locale as Chromium writes it. For C and POSIX that is
 * `en-US@posix`, which is no BCP 47 tag: `Intl` throws on it, on real Electron too.
 */
export function systemLocale(env: NodeJS.ProcessEnv): string {
  const locale = nonEmpty(env['LC_ALL'], env['LC_MESSAGES'], env['LANG']);
  return isPosix(locale) ? 'en-US@posix' : canonical(locale);
}

/** `app.getPreferredSystemLanguages`: GLib's language names, each followed by its language alone. */
export function preferredLanguages(env: NodeJS.ProcessEnv): string[] {
  const all = languageNames(env)
    .map(canonical)
    .flatMap((name) => [name, name.split('-')[0] ?? name]);
  return [...new Set(all)];
}

/** `app.getLocaleCountryCode`: the two letters of the time format's region, or an empty text. */
export function countryCode(env: NodeJS.ProcessEnv): string {
  const locale = nonEmpty(env['LC_ALL'], env['LC_TIME'], env['LANG']);
  const [, region = ''] = (locale.split('.')[0] ?? '').split('_');
  return region.length === 2 ? region : '';
}
