import { describe, expect, it } from 'vitest';
import { CLICKUP, endpointFromArguments, singleOrigin } from './endpoint.ts';

const given = (origin: string): readonly string[] => ['perch', `--clickup-origin=${origin}`, '.'];

describe('endpointFromArguments', () => {
  it.each([
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://127.0.0.1:4010/some/path?x#y', 'http://127.0.0.1:4010'],
    ['http://user:secret@127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['http://0x7f.1:4010', 'http://127.0.0.1:4010'],
  ])('takes the loopback address %s', (origin, expected) => {
    expect(endpointFromArguments(given(origin), false)).toEqual(singleOrigin(expected));
  });

  it.each(['http://127.0.0.1:4010', 'http://[::1]:4010', 'https://evil.example'])(
    'ignores %s in a packaged build',
    (origin) => {
      expect(endpointFromArguments(given(origin), true)).toBe(CLICKUP);
    },
  );

  it.each([
    'https://127.0.0.1:4010',
    'http://localhost:4010',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1@evil.example',
    'http://evil.example#127.0.0.1',
    'http://evil.example/127.0.0.1',
    'http://127.0.0.2',
    'http://0.0.0.0:4010',
    'http://[::ffff:127.0.0.1]',
    'http://192.168.0.4',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'data:text/html,127.0.0.1',
    '127.0.0.1:4010',
    '',
  ])('refuses %j and stays with ClickUp', (origin) => {
    expect(endpointFromArguments(given(origin), false)).toBe(CLICKUP);
  });

  it('stays with ClickUp where nothing was asked for', () => {
    expect(endpointFromArguments([], false)).toBe(CLICKUP);
    expect(endpointFromArguments(['--clickup-origin'], false)).toBe(CLICKUP);
  });
});
