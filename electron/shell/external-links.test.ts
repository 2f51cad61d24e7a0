import { describe, expect, it, vi } from 'vitest';
import { LINKS, type LinkName } from '../contract/app.ts';
import { createExternalLinks, safeExternalAddress } from './external-links.ts';

const HOSTILE = [
  'http://app.clickup.com/',
  'https://evil.example/',
  'https://app.clickup.com.evil.example/',
  'https://evil.example/app.clickup.com',
  'https://evil.example#app.clickup.com',
  'https://evil.example?https://app.clickup.com/',
  'https://user@app.clickup.com/',
  'https://user:pass@app.clickup.com/',
  'https://app.clickup.com@evil.example/',
  'https://app.clickup.com:8443/',
  'https://app.clickup.com./',
  'https://xapp.clickup.com/',
  'https://app.clickup.com%00.evil.example/',
  'https://\u0430pp.clickup.com/',
  'HTTP://app.clickup.com/',
  ' http://app.clickup.com/',
  'file:///etc/passwd',
  'FiLe:///etc/passwd',
  'file://app.clickup.com/share/x.exe',
  'smb://app.clickup.com/share',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:\\\\evil',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\tjavascript:alert(1)',
  'data:text/html,<script>',
  'blob:https://app.clickup.com/1',
  'ftp://app.clickup.com/',
  'ws://app.clickup.com/',
  'app://perch/index.html',
  'vscode://file/etc/passwd',
  'tel:+1',
  'mailto:a@b.c',
  '\\\\host\\x',
  '//app.clickup.com/',
  '/etc/passwd',
  'app.clickup.com',
  'https://',
  'https:///',
  '',
  ' ',
  '\0',
] as const;

describe('safeExternalAddress', () => {
  it.each(HOSTILE)('refuses %j', (address) => {
    expect(safeExternalAddress(address)).toBeNull();
  });

  it.each([
    ['https://app.clickup.com/settings/apps', 'https://app.clickup.com/settings/apps'],
    ['HTTPS://APP.CLICKUP.COM', 'https://app.clickup.com/'],
    ['https://help.clickup.com:443/x?y#z', 'https://help.clickup.com/x?y#z'],
    ['https://clickup.com/a b"c', 'https://clickup.com/a%20b%22c'],
    ['https://app.clickup.com\\@evil.example/', 'https://app.clickup.com/@evil.example/'],
    ['\thttps://developer.clickup.com/\n', 'https://developer.clickup.com/'],
  ])('writes %j anew', (address, expected) => {
    expect(safeExternalAddress(address)).toBe(expected);
  });
});

describe('the way out to the browser', () => {
  const open = () => {
    const openExternal = vi.fn<(address: string) => Promise<void>>(() => Promise.resolve());
    const links = createExternalLinks(openExternal, 'https://app.clickup.com');
    return { openExternal, links, openLink: links.open };
  };

  it.each(LINKS)('lets %s through', async (link) => {
    const { openLink, openExternal } = open();
    expect(await openLink(link)).toBe(true);
    expect(openExternal).toHaveBeenCalledTimes(1);
    expect(openExternal.mock.calls[0]?.[0]).toMatch(
      /^https:\/\/(?:app|developer)\.clickup\.com\//u,
    );
  });

  it.each([...HOSTILE, '__proto__', 'constructor', 'toString'])(
    'opens nothing for %j',
    async (name) => {
      const { openLink, openExternal } = open();
      await expect(openLink(name as LinkName)).rejects.toThrow('Unhandled');
      expect(openExternal).not.toHaveBeenCalled();
    },
  );

  it('opens the authorize page of this run and no other', async () => {
    const { links, openExternal } = open();
    const address = 'https://app.clickup.com/api?client_id=a&redirect_uri=b&state=c';
    expect(await links.openAuthorize(address)).toBe(true);
    expect(openExternal.mock.calls).toEqual([[address]]);
    for (const hostile of HOSTILE) expect(await links.openAuthorize(hostile)).toBe(false);
    expect(openExternal).toHaveBeenCalledTimes(1);
  });

  it.each([
    'app.perch.desktop://oauth/callback?state=a',
    'http://127.0.0.1:17291/oauth/callback?state=a',
    'https://perch.example/callback?state=a',
  ])('opens %s to try it', async (address) => {
    const { links, openExternal } = open();
    expect(await links.openRedirect(address)).toBe(true);
    expect(openExternal.mock.calls).toEqual([[address]]);
  });

  it.each([
    'http://perch.example/callback',
    'http://127.0.0.1.evil.example/oauth/callback',
    'https://user@perch.example/callback',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'app.perch.desktopx://oauth/callback',
    '',
  ])('does not open %j to try it', async (address) => {
    const { links, openExternal } = open();
    expect(await links.openRedirect(address)).toBe(false);
    expect(openExternal).not.toHaveBeenCalled();
  });
});
