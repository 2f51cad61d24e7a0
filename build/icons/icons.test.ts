import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodePng } from './format/decode-png.ts';
import type { Picture } from './format/png.ts';

const read = (name: string): Buffer => readFileSync(join(import.meta.dirname, name));
const png = (name: string): Picture => decodePng(read(name));

/** The pictures of an ICO. */
function pictures(ico: Buffer): readonly Picture[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const [length, offset] = [14, 18].map((at) => ico.readUInt32LE(at + 16 * index));
    return decodePng(ico.subarray(offset, (offset ?? 0) + (length ?? 0)));
  });
}

/** The distinct colours of all pixels that show at least a little, as [red, green, blue]. */
function coloursOf({ rgba }: Picture): readonly (readonly number[])[] {
  const seen = new Map<string, readonly number[]>();
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] === 0) continue;
    const colour = [...rgba.subarray(at, at + 3)];
    seen.set(colour.join(' '), colour);
  }
  return [...seen.values()];
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('the tray icon', () => {
  test('is black and alpha on macOS, which paints it itself', () => {
    expect(coloursOf(png('trayTemplate.png'))).toEqual([[0, 0, 0]]);
    expect(coloursOf(png('trayTemplate@2x.png'))).toEqual([[0, 0, 0]]);
  });

  test('comes in single and double density', () => {
    for (const [name, size] of Object.entries({ tray: 24, trayTemplate: 16 })) {
      expect(png(`${name}.png`)).toMatchObject({ width: size, height: size });
      expect(png(`${name}@2x.png`)).toMatchObject({ width: size * 2, height: size * 2 });
    }
  });

  test.each([
    ['a light panel of Windows', [0xee, 0xee, 0xee]],
    ['a dark panel of Windows', [0x20, 0x20, 0x20]],
    ['the bar of GNOME', [0, 0, 0]],
    ['a light panel of KDE', [0xef, 0xf0, 0xf1]],
    ['a dark panel of KDE', [0x2a, 0x2e, 0x32]],
  ])('stands out from %s', (_, panel) => {
    const drawn = [png('tray.png'), png('tray@2x.png'), ...pictures(read('tray.ico'))];
    for (const picture of drawn) {
      const [blue = [], ...others] = coloursOf(picture);
      expect(others).toEqual([]);
      expect(contrast(blue, panel)).toBeGreaterThanOrEqual(3);
    }
  });

  test('stands on an unbroken line of whole pixels and looks through one clear eye, at every size', () => {
    for (const picture of pictures(read('tray.ico'))) {
      const { width, rgba } = picture;
      const alpha = (x: number, y: number): number => rgba[(y * width + x) * 4 + 3] ?? 0;
      const row = (y: number): readonly number[] =>
        Array.from({ length: width }, (_, x) => alpha(x, y));
      const rows = Array.from({ length: width }, (_, y) => row(y));
      const line = rows.filter((values) => values.every((value) => value === 255));
      expect(line.length).toBe(Math.round(width / 16));

      const eye = Math.round((width * 27) / 96 - 0.5);
      const centre = Math.round((width * 63) / 96 - 0.5);
      expect(Math.min(...row(eye).slice(centre - 1, centre + 2))).toBe(0);
    }
  });
});

describe("the app's icon", () => {
  test('comes in every size that Windows shows', () => {
    const sizes = pictures(read('icon.ico')).map(({ width }) => width);
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    expect(pictures(read('tray.ico')).map(({ width }) => width)).toEqual([16, 20, 24, 32, 40, 48]);
  });

  test.each([16, 24, 32, 48, 64, 128, 256, 512])('comes in %d pixels for Linux', (size) => {
    expect(png(`linux/${size}x${size}.png`)).toMatchObject({ width: size, height: size });
  });

  test('keeps the margin that macOS wants around its rounded square', () => {
    const icns = read('icon.icns');
    const largest = icns.indexOf('ic10');
    const end = largest + icns.readUInt32BE(largest + 4);
    const { rgba } = decodePng(icns.subarray(largest + 8, end));
    const alpha = (x: number, y: number): number => rgba[(y * 1024 + x) * 4 + 3] ?? 0;
    expect([alpha(99, 512), alpha(924, 512), alpha(512, 99), alpha(512, 924)]).toEqual([
      0, 0, 0, 0,
    ]);
    expect([alpha(100, 512), alpha(923, 512), alpha(512, 100)]).toEqual([255, 255, 255]);
  });
});

test('the icons that every installation carries weigh less than 40 KB', () => {
  const carried = ['icon.png', 'tray.png', 'tray@2x.png', 'trayTemplate.png', 'tray.ico'];
  const bytes = carried.map((name) => statSync(join(import.meta.dirname, name)).size);
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(40_000);
});
