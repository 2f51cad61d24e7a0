import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseAccelerator } from './accelerator.ts';

describe('normaliseAccelerator', () => {
  test.each([
    ['Ctrl+Shift+Z', 'Control+Shift+z'],
    ['CommandOrControl+A', 'Control+a'],
    [' shift + Control + z ', 'Control+Shift+z'],
    ['Cmd+Option+F5', 'Alt+Super+f5'],
    ['Ctrl+Plus', 'Control+Shift+='],
    ['Ctrl+!', 'Control+Shift+1'],
    ['Esc', 'escape'],
    ['Alt+num0', 'Alt+num0'],
    ['MediaPlayPause', 'mediaplaypause'],
  ])('%s is %s', (given, expected) => {
    expect(normaliseAccelerator(given)).toBe(expected);
  });

  test.each(['', 'Ctrl', 'Ctrl+Nothing', 'F25', 'Ctrl+ä'])('%j names no key', (given) => {
    expect(normaliseAccelerator(given)).toBeUndefined();
  });

  test('the order and the case of parts mean nothing', () => {
    const parts = fc.shuffledSubarray(['Ctrl', 'ALT', 'shift', 'Super', 'k'], { minLength: 1 });
    fc.assert(
      fc.property(parts, (given) => {
        const sorted = normaliseAccelerator(given.toSorted().join('+'));
        expect(normaliseAccelerator(given.join('+').toUpperCase())).toBe(sorted);
        expect(sorted !== undefined).toBe(given.includes('k'));
      }),
    );
  });
});
