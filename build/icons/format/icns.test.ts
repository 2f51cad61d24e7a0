import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePng } from './decode-png.ts';
import { encodeIcns, ICNS_SIZES, packArgb } from './icns.ts';
import type { Picture } from './png.ts';

const flat = (width: number): Picture => ({
  width,
  height: width,
  rgba: new Uint8Array(width * width * 4).fill(width % 251),
});

/** The entries of an ICNS by their type. */
function entriesOf(icns: Buffer): ReadonlyMap<string, Buffer> {
  const entries = new Map<string, Buffer>();
  for (let at = 8; at < icns.length;) {
    const length = icns.readUInt32BE(at + 4);
    entries.set(icns.toString('latin1', at, at + 4), icns.subarray(at + 8, at + length));
    at += length;
  }
  return entries;
}

/** Undoes the run lengths of a packed entry and puts its four planes together again. */
function unpackArgb(entry: Buffer, pixels: number): Uint8Array {
  const bytes: number[] = [];
  for (let at = 4; at < entry.length;) {
    const control = entry[at] ?? 0;
    if (control < 128) {
      bytes.push(...entry.subarray(at + 1, at + control + 2));
      at += control + 2;
    } else {
      bytes.push(...Array.from({ length: control - 125 }, () => entry[at + 1] ?? 0));
      at += 2;
    }
  }
  const area = pixels * pixels;
  expect(bytes).toHaveLength(area * 4);
  return Uint8Array.from(bytes, (_, at) => bytes[((at + 1) % 4) * area + (at >> 2)] ?? 0);
}

test('an ICNS holds each size that macOS asks for, at single and at double density', () => {
  const icns = encodeIcns(ICNS_SIZES.map(flat));
  const entries = entriesOf(icns);

  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  for (const [type, pixels] of Object.entries({ ic04: 16, ic05: 32 })) {
    expect(unpackArgb(entries.get(type) ?? Buffer.alloc(0), pixels)).toEqual(flat(pixels).rgba);
  }
  const sizes = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512 };
  for (const [type, pixels] of Object.entries({ ...sizes, ic10: 1024 })) {
    expect(decodePng(entries.get(type) ?? Buffer.alloc(0)).width).toBe(pixels);
  }
});

test('a packed entry gives back every pixel of any picture', () => {
  const noise = fc.uint8Array({ minLength: 1024, maxLength: 1024 });
  const runs = noise.map((bytes) => bytes.map((byte) => (byte > 200 ? byte : 0)));
  fc.assert(
    fc.property(fc.oneof(noise, runs), (bytes) => {
      const rgba = Uint8Array.from(bytes);
      const packed = packArgb({ width: 16, height: 16, rgba });
      expect(packed.toString('latin1', 0, 4)).toBe('ARGB');
      expect(unpackArgb(packed, 16)).toEqual(rgba);
    }),
  );
});

test('an ICNS refuses to be written with a size missing', () => {
  expect(() => encodeIcns([flat(16), flat(32)])).toThrow(/64 pixels/u);
});
