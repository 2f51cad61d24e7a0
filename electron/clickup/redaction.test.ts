import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANARY } from './fakes.test-support.ts';
import { REDACTED, redactAnswer } from './redaction.ts';

/** Writes a text as a JSON string in which some characters are escaped though they need not be. */
const escaped = (text: string, which: (index: number) => boolean): string =>
  [...text]
    .map((character, index) =>
      which(index)
        ? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
        : JSON.stringify(character).slice(1, -1),
    )
    .join('');

/** Every text in a JSON value: strings and names. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(textsIn)];
};

describe('redactAnswer', () => {
  it.each(['access_token', 'refresh_token', 'client_secret', 'secret'])('blanks %s', (field) => {
    const text = JSON.stringify({ id: '1', webhook: { [field]: 'hidden', name: 'kept' } });
    const redacted = redactAnswer(text, CANARY);
    expect(redacted).toEqual({ text: text.replace('hidden', REDACTED), count: 1 });
  });

  it('blanks a field whatever is escaped in its name or its value', () => {
    const redacted = redactAnswer(String.raw`{"\u0073ecret" : "a\"b\\c", "x": 1}`, CANARY);
    expect(redacted.count).toBe(1);
    expect(JSON.parse(redacted.text)).toEqual({ secret: REDACTED, x: 1 });
  });

  it('leaves everything around a secret as it was: big numbers, order, spaces, repeated names', () => {
    const text = '{ "2": 12345678901234567890,\n "1": 1.10, "a": 1, "a": 2, "secret" : "hidden" }';
    expect(redactAnswer(text, CANARY)).toEqual({
      text: text.replace('hidden', REDACTED),
      count: 1,
    });
  });

  it.each([
    '{ "secret" : "" }',
    '{"secret": null, "access_token" : 5}',
    '{"about": "the secret\\": \\"of"}',
    '{"title":"secret","secret_santa":"Ada"}',
    '["secret", "is a word"]',
    ' {"a":\t1.0}\n',
    'plain text with a "secret" in it',
    '',
  ])('leaves %j unchanged to the byte', (text) => {
    expect(redactAnswer(text, CANARY)).toEqual({ text, count: 0 });
  });

  it('blanks secrets in a JSON text that was cut off', () => {
    const redacted = redactAnswer('{"a": 1, "secret": "hid\\"den', CANARY);
    expect(redacted.text).not.toMatch(/hid|den/u);
    expect(redacted.count).toBe(1);
  });

  it('goes through a very long text without running out of stack', () => {
    const long = `{"a":"${String.raw`x\n`.repeat(1_000_000)}","secret":"hidden"}`;
    expect(redactAnswer(long, CANARY)).toEqual({
      text: long.replace('hidden', REDACTED),
      count: 1,
    });
  });

  it('blanks the token in a text that is no JSON', () => {
    expect(redactAnswer(`<p>${CANARY} and ${CANARY}</p>`, CANARY)).toEqual({
      text: `<p>${REDACTED} and ${REDACTED}</p>`,
      count: 2,
    });
  });

  it.each(['"', '\\', '{', ':', 'err', 'n', '1'])(
    'keeps JSON whole where the token is %j',
    (token) => {
      const text = String.raw`{"err":"Token\n\"invalid\"","ECODE":"OAUTH_025","n":[1,10]}`;
      expect(() => JSON.parse(redactAnswer(text, token).text)).not.toThrow();
    },
  );

  it('lets no token survive in a JSON answer, however it is escaped', () => {
    const token = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code)),
      minLength: 8,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        token,
        fc.string(),
        fc.string(),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        fc.jsonValue(),
        (secret, before, after, which, other) => {
          const literal = `"${escaped(before + secret + after, (index) => which[index % 40] === true)}"`;
          const rest = JSON.stringify(other);
          const text = `{"a":[${literal},${rest}],${literal}:{"b":${literal}}}`;
          const redacted = redactAnswer(text, secret);
          const texts = textsIn(JSON.parse(redacted.text));
          expect(texts.some((one) => one.includes(secret))).toBe(false);
          expect(redacted.count).toBeGreaterThanOrEqual(3);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('lets no token survive in any other text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redactAnswer(`<${before}${CANARY}${after}`, CANARY).text).not.toContain(CANARY);
      }),
    );
  });

  it('leaves any JSON without secrets unchanged to the byte', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(redactAnswer(text, CANARY)).toEqual({ text, count: 0 });
      }),
      { numRuns: 1000 },
    );
  });
});
