import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const html = readFileSync(join(import.meta.dirname, 'index.html'), 'utf8');
const between = (tag: string): string =>
  new RegExp(`<${tag}>([^]*?)</${tag}>`, 'u').exec(html)?.[1] ?? '';
const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Opens the page at an address, as far as its script goes. */
const openAt = (search: string) => {
  const elements: Record<string, Record<string, unknown>> = {};
  const location = { search, pathname: '/back', href: '' };
  const history: unknown[] = [];
  runInNewContext(between('script'), {
    URLSearchParams,
    location,
    document: { getElementById: (id: string) => (elements[id] ??= { hidden: true }) },
    history: { replaceState: (...given: unknown[]) => history.push(given) },
  });
  return { elements, wentTo: location.href, history };
};

describe('the bridge page', () => {
  it('runs its own script and nothing else', () => {
    expect(html).toContain(`script-src ${hashOf(between('script'))};`);
    expect(html).toContain(`style-src ${hashOf(between('style'))};`);
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<script/gu)).toHaveLength(1);
    expect(html).not.toMatch(/\ssrc=|\son\w+=|https?:/u);
  });

  it('forwards the answer to Perch’s scheme and takes it out of the history', () => {
    const { wentTo, elements, history } = openAt('?code=a%2Fb&state=s%3D&x=1');
    const address = 'app.perch.desktop://oauth/callback?state=s%3D&code=a%2Fb';
    expect(wentTo).toBe(address);
    expect(elements['link']).toMatchObject({ href: address, hidden: false });
    expect(elements['address']).toMatchObject({ value: address });
    expect(history).toEqual([[null, '', '/back']]);
  });

  it('forwards a refusal, and repeated parameters as they are, for Perch to refuse', () => {
    expect(openAt('?error=access_denied&error_description=No&state=s').wentTo).toBe(
      'app.perch.desktop://oauth/callback?state=s&error=access_denied&error_description=No',
    );
    expect(openAt('?state=a&state=b&code=c').wentTo).toContain('state=a&state=b');
  });

  it.each(['', '?', '?code=a', '?state', 'javascript:alert(1)', '?url=https://evil.example'])(
    'goes nowhere else with %j',
    (search) => {
      const { wentTo } = openAt(search);
      expect(wentTo === '' || wentTo.startsWith('app.perch.desktop://oauth/callback?')).toBe(true);
      expect(wentTo).not.toContain('evil');
    },
  );
});
