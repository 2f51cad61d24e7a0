import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../any-text.test-support.ts';
import { HOSTILE_VALUES } from './hostile-values.test-support.ts';
import { pictureAddress, pictureUrl as read } from './picture-url.ts';

const OWN = 'http://127.0.0.1:4711';

/** What main would fetch for an address that ClickUp gave. */
const pictureUrl = (given: unknown, own: string | null = null): string | null => {
  const address = pictureAddress(given);
  return address === null ? null : read(address, own);
};

describe('the address of a picture', () => {
  it.each([
    'https://attachments.clickup.com/profilePictures/81204411_x35.jpg',
    'https://attachments-public.clickup.com/ac43/logo_small.png',
    'https://t123456.p.clickup-attachments.com/t123456/ada.png?view=open',
  ])('may be %s', (address) => {
    expect(pictureUrl(address)).toBe(address);
  });

  it.each([
    ...HOSTILE_VALUES,
    'http://attachments.clickup.com/a.png',
    'https://attachments.clickup.com:8443/a.png',
    'https://ada@attachments.clickup.com/a.png',
    'https://attachments.clickup.com.evil.example/a.png',
    'https://evil.example/attachments.clickup.com/a.png',
    'https://evil.example#attachments.clickup.com',
    'https://x.p.clickup-attachments.com/a.png',
    'https://t1.p.clickup-attachments.com.evil.example/a.png',
    'https://clickup.com/avatar.jpg',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    `${OWN}/a.png`,
    null,
    undefined,
    7,
    { href: 'https://attachments.clickup.com/a.png' },
  ])('is never %j', (address) => {
    expect(pictureUrl(address)).toBeNull();
  });

  it('may be on the computer’s own server where that stands for ClickUp', () => {
    expect(pictureUrl(`${OWN}/a.png`, OWN)).toBe(`${OWN}/a.png`);
    expect(pictureUrl('http://127.0.0.1:4712/a.png', OWN)).toBeNull();
    expect(pictureUrl('http://x@127.0.0.1:4711/a.png', OWN)).toBeNull();
  });

  it.each([
    '',
    '/pictures/',
    '/pictures/%68ttps',
    'app://perch/index.html',
    'https://attachments.clickup.com/a.png',
    `${pictureAddress('https://attachments.clickup.com/a.png')}=`,
    `${pictureAddress('https://attachments.clickup.com/a.png')}?x`,
  ])('is not read from %j', (address) => {
    expect(read(address)).toBeNull();
  });

  it('leads to a listed host or nowhere, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          anyText().map((text) => `https://${text}`),
        ),
        (text) => {
          const url = pictureUrl(text);
          const host = url === null ? null : new URL(url).hostname;
          expect(host === null || /(?:^|\.)clickup(?:-attachments)?\.com$/u.test(host)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
