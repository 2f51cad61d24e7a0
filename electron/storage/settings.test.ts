import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noSettings, parseSettings } from './settings.ts';

describe('parseSettings', () => {
  it('reads settings', () => {
    const settings = { activeConnectionId: 'a', workspaceByConnection: { a: '900' } };
    expect(parseSettings(settings)).toEqual(settings);
  });

  it.each([
    [{}, noSettings],
    [
      { activeConnectionId: 7, workspaceByConnection: { a: '900' } },
      { activeConnectionId: null, workspaceByConnection: { a: '900' } },
    ],
    [
      { activeConnectionId: 'a', workspaceByConnection: [] },
      { activeConnectionId: 'a', workspaceByConnection: {} },
    ],
    [
      { activeConnectionId: 'a', workspaceByConnection: { a: '900', b: 7 } },
      { activeConnectionId: 'a', workspaceByConnection: { a: '900' } },
    ],
    [
      { activeConnectionId: 'a', theme: 'dark' },
      { activeConnectionId: 'a', workspaceByConnection: {} },
    ],
  ])('lets a bad value of %j fall back alone', (value, expected) => {
    expect(parseSettings(value)).toEqual(expected);
  });

  it.each([null, undefined, [], 'text', 7])('refuses %j', (value) => {
    expect(parseSettings(value)).toBeNull();
  });

  it('never throws and pollutes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        parseSettings(value);
        parseSettings({ workspaceByConnection: value });
      }),
    );
    parseSettings(JSON.parse('{"workspaceByConnection":{"__proto__":{"polluted":"yes"}}}'));
    expect('polluted' in {}).toBe(false);
  });
});
