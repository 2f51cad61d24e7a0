import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments, parsePackagedArguments } from './arguments.ts';

describe('parseArguments', () => {
  test('reads what Playwright passes with its loader', () => {
    expect(
      parseArguments([
        '-r',
        '/loader.js',
        '--no-sandbox',
        '--inspect=0',
        '--remote-debugging-port=0',
        '.',
        '--user-data-dir=/data',
      ]),
    ).toEqual({
      modules: ['/loader.js'],
      switches: [
        ['no-sandbox', ''],
        ['inspect', '0'],
        ['remote-debugging-port', '0'],
        ['user-data-dir', '/data'],
      ],
      app: '.',
      version: false,
      inspectPort: 0,
    });
  });

  test('takes several modules, and none after the app', () => {
    const { modules, app } = parseArguments(['-r', 'a', '--require', 'b', 'app', '-r', 'c']);
    expect({ modules, app }).toEqual({ modules: ['a', 'b'], app: 'app' });
  });

  test('keeps everything after the first = as the value', () => {
    expect(parseArguments(['--a=b=c\nd']).switches).toEqual([['a', 'b=c\nd']]);
  });

  test('reads no switches after --', () => {
    expect(parseArguments(['.', '--', '--late']).switches).toEqual([]);
  });

  test('--inspect without a port means Node’s', () => {
    expect(parseArguments(['--inspect']).inspectPort).toBe(9229);
    expect(parseArguments([]).inspectPort).toBeUndefined();
  });

  test('-r without a file is refused', () => {
    expect(() => parseArguments(['-r'])).toThrow('"file" is required');
  });

  test('a packaged app’s arguments are its own, and switches are still read', () => {
    expect(parsePackagedArguments(['-r', 'x', '--version', 'a://b', '--lang=de'])).toEqual({
      modules: [],
      switches: [
        ['r', ''],
        ['version', ''],
        ['lang', 'de'],
      ],
      app: undefined,
      version: false,
      inspectPort: undefined,
    });
  });

  test('never loses or invents a switch', () => {
    const name = fc.stringMatching(/^[a-z][a-z-]{0,8}$/);
    const pair = fc.tuple(name, fc.stringMatching(/^[^=]{0,8}$/));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const usable = pairs.filter(([key]) => !['require', 'version'].includes(key));
        const args = usable.map(([key, value]) => `--${key}${value === '' ? '' : `=${value}`}`);
        expect(parseArguments(args).switches).toEqual(usable);
      }),
    );
  });
});
