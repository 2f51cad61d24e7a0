import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodePng } from '../image/encode-png.ts';
import { createNativeImageModule, nativeImageOf } from './native-image.ts';

const squareOf = (side: number, pixel: readonly number[]): Buffer =>
  encodePng({
    width: side,
    height: side,
    rgba: Buffer.from(Array.from({ length: side * side }, () => pixel).flat()),
  });

const SMALL = squareOf(2, [255, 0, 0, 255]);
const LARGE = squareOf(4, [0, 0, 255, 255]);
const nativeImage = createNativeImageModule();

describe('nativeImage', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'native-image-'));
    writeFileSync(join(folder, 'icon.png'), SMALL);
    writeFileSync(join(folder, 'icon@2x.png'), LARGE);
    writeFileSync(join(folder, 'text.png'), 'no picture');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('takes the files for other scales along', () => {
    const image = nativeImage.createFromPath(join(folder, 'icon.png'));
    expect(image.getScaleFactors()).toEqual([1, 2]);
    expect(image.getSize()).toEqual({ width: 2, height: 2 });
    expect(image.getSize(2)).toEqual({ width: 2, height: 2 });
    expect(image.toPNG()).toEqual(SMALL);
    expect(image.toPNG({ scaleFactor: 2 })).toEqual(LARGE);
    expect(image.largest?.width).toBe(4);
  });

  test('looks for no other scale where the name gives one', () => {
    const image = nativeImage.createFromPath(join(folder, 'icon@2x.png'));
    expect(image.getScaleFactors()).toEqual([2]);
    expect(image.getSize()).toEqual({ width: 2, height: 2 });
  });

  test.each(['none.png', 'text.png'])('gives an empty image for %s', (name) => {
    const image = nativeImage.createFromPath(join(folder, name));
    expect(image.isEmpty()).toBe(true);
    expect(image.getSize()).toEqual({ width: 0, height: 0 });
    expect(image.toPNG()).toHaveLength(0);
    expect(() => nativeImageOf(join(folder, name))).toThrow('Failed to load image from path');
  });

  test('gives its pixels and takes them back', () => {
    const image = nativeImage.createFromDataURL(nativeImage.createFromBuffer(SMALL).toDataURL());
    const pixels = image.toBitmap();
    expect([...pixels.subarray(0, 4)]).toEqual([0, 0, 255, 255]);
    const copy = nativeImage.createFromBitmap(pixels, { width: 2, height: 2 });
    expect(copy.toPNG()).toEqual(SMALL);
    expect(() => nativeImage.createFromBitmap(pixels, { width: 3, height: 2 })).toThrow(
      'invalid buffer size',
    );
  });

  test('refuses by name what is missing', () => {
    const image: object = nativeImage.createEmpty();
    const resize: unknown = Reflect.get(image, 'resize');
    expect(() => (resize as () => void)()).toThrow('nativeImage.resize is not implemented');
    expect(() => nativeImageOf(7)).toThrow('Argument must be a file path or a NativeImage');
  });
});
