import { expect, test } from 'vitest';
import { decodeXwd } from './xwd.ts';

/** A dump of two pixels with lines of 12 bytes and one entry in its color table. */
function dump(bitsPerPixel = 32): Buffer {
  const header = Buffer.alloc(100);
  for (const [index, value] of [
    [0, 100],
    [4, 2],
    [5, 1],
    [11, bitsPerPixel],
    [12, 12],
    [19, 1],
  ] as const)
    header.writeUInt32BE(value, index * 4);
  return Buffer.concat([
    header,
    Buffer.alloc(12),
    Buffer.from([3, 2, 1, 0, 6, 5, 4, 0, 9, 9, 9, 9]),
  ]);
}

test('a dump of the screen is read', () => {
  expect(decodeXwd(dump())).toEqual({
    width: 2,
    height: 1,
    rgba: Buffer.from([1, 2, 3, 255, 4, 5, 6, 255]),
  });
});

test('a dump of other pixels is refused, and one cut short', () => {
  expect(() => decodeXwd(dump(8))).toThrow('other pixels');
  expect(() => decodeXwd(dump().subarray(0, -1))).toThrow('ends early');
});
