import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../any-text.test-support.ts';
import { createDeepLinkInbox, findDeepLink, readDeepLink, registerScheme } from './deep-links.ts';

const LINK = 'app.perch.desktop://oauth/callback?state=a&code=b';

describe('a deep link in a command line', () => {
  it('is found wherever it stands', () => {
    expect(findDeepLink([LINK])).toBe(LINK);
    expect(
      findDeepLink(['perch', '--allow-file-access', LINK, '--original-process-start-time=1']),
    ).toBe(LINK);
    expect(findDeepLink(['perch', 'App.Perch.Desktop://x'])).toBe('App.Perch.Desktop://x');
  });

  it.each([
    [[]],
    [['perch', '--hidden', './app.perch.desktop']],
    [['perch', 'https://example.com/?app.perch.desktop://']],
    [['perch', ` ${LINK}`]],
    [['perch', `--url=${LINK}`]],
    [['perch', 'app.perch.desktopx://oauth/callback']],
    [['perch', LINK, LINK]],
    [['perch', `${LINK}${'a'.repeat(9000)}`]],
  ])('is none in %j', (argv) => {
    expect(findDeepLink(argv)).toBeNull();
  });
});

describe('reading a deep link', () => {
  it('knows a callback by its host and passes it on whole', () => {
    expect(readDeepLink(LINK)).toEqual({ kind: 'oauthCallback', address: LINK });
  });

  it.each([
    'app.perch.desktop://',
    'app.perch.desktop://other/callback',
    'https://oauth/',
    'x',
    '',
  ])('knows nothing of %j', (address) => {
    expect(readDeepLink(address)).toEqual({ kind: 'unknown' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(readDeepLink(text).kind).toBe('unknown');
        expect(['oauthCallback', 'unknown']).toContain(
          readDeepLink(`app.perch.desktop://${text}`).kind,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the inbox', () => {
  it('keeps what comes early and hands it over in order, then the rest at once', () => {
    const inbox = createDeepLinkInbox();
    const taken: string[] = [];
    inbox.push('1');
    inbox.push('2');
    inbox.open((address) => taken.push(address));
    inbox.push('3');
    expect(taken).toEqual(['1', '2', '3']);
  });

  it('does not grow without end', () => {
    const inbox = createDeepLinkInbox();
    const taken: string[] = [];
    for (let n = 0; n < 100; n += 1) inbox.push(String(n));
    inbox.open((address) => taken.push(address));
    expect(taken).toEqual(['92', '93', '94', '95', '96', '97', '98', '99']);
  });
});

describe('registering the scheme', () => {
  const registering = (isPackaged: boolean, isDefault: boolean, platform: NodeJS.Platform) => {
    const set: unknown[] = [];
    registerScheme(
      {
        isPackaged,
        isDefaultProtocolClient: () => isDefault,
        setAsDefaultProtocolClient: (...given) => {
          set.push(given);
          return true;
        },
      },
      platform,
      'C:\\electron.exe',
      'C:\\perch',
    );
    return set;
  };

  it.each(['linux', 'darwin', 'win32'] as const)('is done once by a package on %s', (platform) => {
    expect(registering(true, false, platform)).toEqual([['app.perch.desktop']]);
    expect(registering(true, true, platform)).toEqual([]);
  });

  it('names the app to its runtime where it is not packaged, on Windows alone', () => {
    expect(registering(false, false, 'win32')).toEqual([
      ['app.perch.desktop', 'C:\\electron.exe', ['C:\\perch']],
    ]);
    expect(registering(false, false, 'linux')).toEqual([]);
    expect(registering(false, false, 'darwin')).toEqual([]);
  });
});
