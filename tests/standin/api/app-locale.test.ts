import { describe, expect, test } from 'vitest';
import { applicationLocale, countryCode, preferredLanguages, systemLocale } from './app-locale.ts';

describe('applicationLocale', () => {
  test.each([
    [{}, '', 'en-US'],
    [{ LANG: 'C.UTF-8' }, '', 'en-US'],
    [{ LANG: 'de_AT.UTF-8' }, '', 'de'],
    [{ LANG: 'en_AU.UTF-8' }, '', 'en-GB'],
    [{ LANG: 'en_IE.UTF-8' }, '', 'en-US'],
    [{ LANG: 'es_MX.UTF-8' }, '', 'es-419'],
    [{ LANG: 'es_ES.UTF-8' }, '', 'es'],
    [{ LANG: 'no_NO.UTF-8' }, '', 'nb'],
    [{ LANG: 'pt_AO.UTF-8' }, '', 'pt-PT'],
    [{ LANG: 'zh_HK.UTF-8' }, '', 'zh-TW'],
    [{ LANG: 'eo.UTF-8' }, '', 'en-US'],
    [{ LANG: 'de_DE.UTF-8', LANGUAGE: 'eo:fr_CA:it' }, '', 'fr'],
    [{ LANG: 'C', LANGUAGE: 'fr' }, '', 'en-US'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'ja_JP.UTF-8' }, '', 'ja'],
    [{ LANG: 'de_DE.UTF-8' }, 'ko', 'ko'],
  ])('%o with --lang=%s is %s', (env, lang, locale) => {
    expect(applicationLocale(env, lang)).toBe(locale);
  });
});

test('the system locale is the environment’s', () => {
  expect(systemLocale({ LANG: 'fi_FI.UTF-8', LANGUAGE: 'de' })).toBe('fi-FI');
  expect(systemLocale({ LANG: 'C.UTF-8' })).toBe('en-US@posix');
  expect(systemLocale({})).toBe('en-US@posix');
});

test('preferred languages come in order, with their language alone, and never C', () => {
  expect(preferredLanguages({ LANG: 'de_DE.UTF-8', LANGUAGE: 'fr_CA:en_US:C' })).toEqual([
    'fr-CA',
    'fr',
    'en-US',
    'en',
  ]);
  expect(preferredLanguages({ LANG: 'C.UTF-8', LANGUAGE: 'fr' })).toEqual([]);
});

test('the country is that of the time format', () => {
  expect(countryCode({ LANG: 'de_DE.UTF-8', LC_TIME: 'de_AT.UTF-8' })).toBe('AT');
  expect(countryCode({ LANG: 'C.UTF-8' })).toBe('');
  expect(countryCode({ LANG: 'eo' })).toBe('');
});
