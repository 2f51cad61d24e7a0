import { readFileSync } from 'node:fs';
import { parse } from 'node:path';
import type { NativeImage as ElectronImage, Size } from 'electron';
import { type Bitmap, fromPremultipliedBgra, toPremultipliedBgra } from '../image/bitmap.ts';
import { decodePng } from '../image/decode-png.ts';
import { encodePng } from '../image/encode-png.ts';
import { refuseTheRestOfClass } from '../surface/unimplemented.ts';

/** The scales that a file beside an image may be drawn for, as `icon@2x.png` (native-image.md). */
const SCALES: readonly number[] = [1, 1.25, 1.33, 1.4, 1.5, 1.8, 2, 2.5, 3, 4, 5];

/** The picture at one scale: 2 stands for two pixels where the 1x picture has one. */
interface Representation {
  readonly scale: number;
  readonly png: Buffer;
  readonly bitmap: Bitmap;
}

interface AtScale {
  readonly scaleFactor?: number;
}

type NativeImageSurface = Pick<
  ElectronImage,
  | 'getAspectRatio'
  | 'getBitmap'
  | 'getScaleFactors'
  | 'getSize'
  | 'isEmpty'
  | 'isTemplateImage'
  | 'setTemplateImage'
  | 'toBitmap'
  | 'toDataURL'
  | 'toPNG'
>;

/** A picture: PNG bytes and their pixels, perhaps at several scales. Read when first asked about. */
export class NativeImage implements NativeImageSurface {
  readonly #read: () => readonly Representation[];
  #held: readonly Representation[] | undefined;

  constructor(read: () => readonly Representation[]) {
    this.#read = read;
  }

  /** The picture with the most pixels, which Electron gives to the tray; null for an empty image. */
  get largest(): Bitmap | null {
    return this.#representations.toSorted((a, b) => b.scale - a.scale)[0]?.bitmap ?? null;
  }

  isEmpty(): boolean {
    return this.#representations.length === 0;
  }

  getSize(scaleFactor = 1): Size {
    const { bitmap, scale } = this.#nearest(scaleFactor) ?? {};
    if (bitmap === undefined || scale === undefined) return { width: 0, height: 0 };
    return { width: Math.round(bitmap.width / scale), height: Math.round(bitmap.height / scale) };
  }

  getAspectRatio(scaleFactor = 1): number {
    const { width, height } = this.getSize(scaleFactor);
    return height === 0 ? 1 : width / height;
  }

  getScaleFactors(): number[] {
    return this.#representations.map(({ scale }) => scale);
  }

  toPNG({ scaleFactor = 1 }: AtScale = {}): Buffer {
    return Buffer.from(this.#nearest(scaleFactor)?.png ?? []);
  }

  toDataURL(options: AtScale = {}): string {
    return `data:image/png;base64,${this.toPNG(options).toString('base64')}`;
  }

  toBitmap({ scaleFactor = 1 }: AtScale = {}): Buffer {
    const bitmap = this.#nearest(scaleFactor)?.bitmap;
    return bitmap === undefined ? Buffer.alloc(0) : toPremultipliedBgra(bitmap);
  }

  getBitmap(options: AtScale = {}): Buffer {
    return this.toBitmap(options);
  }

  setTemplateImage(): void {
    // Only macOS has template images.
  }

  isTemplateImage(): boolean {
    return false;
  }

  get #representations(): readonly Representation[] {
    this.#held ??= this.#read();
    return this.#held;
  }

  /** The picture for a scale, or the next larger or, where there is none, the largest. */
  #nearest(scale: number): Representation | undefined {
    const sorted = this.#representations.toSorted((a, b) => a.scale - b.scale);
    return sorted.find((representation) => representation.scale >= scale) ?? sorted.at(-1);
  }
}

/** One picture at one scale; none where the bytes are no readable PNG. Other formats are not read. */
function representationOf(png: Buffer, scale: number): readonly Representation[] {
  try {
    return [{ scale, png, bitmap: decodePng(png) }];
  } catch {
    return [];
  }
}

/** An image of PNG bytes; anything else gives an empty image. */
export const nativeImageFromBuffer = (bytes: Buffer, scaleFactor = 1): NativeImage =>
  new NativeImage(() => representationOf(bytes, scaleFactor));

/** An image of a PNG file and of those beside it for other scales; empty where there is none. */
export const nativeImageFromPath = (path: string): NativeImage => {
  const { dir, name, ext } = parse(path);
  const scaleInName = /@([\d.]+)x$/iu.exec(name)?.[1];
  const readAt = (file: string, scale: number): readonly Representation[] => {
    try {
      return representationOf(readFileSync(file), scale);
    } catch {
      return [];
    }
  };
  return new NativeImage(() =>
    scaleInName === undefined
      ? [
          ...readAt(path, 1),
          ...SCALES.flatMap((scale) =>
            readAt(`${dir === '' ? '.' : dir}/${name}@${scale}x${ext}`, scale),
          ),
        ]
      : readAt(path, Number(scaleInName)),
  );
};

/**
 * What Electron makes of an argument that may be an image or a file's path. Throws its errors for
 * anything else, and for a file that holds no image.
 */
export function nativeImageOf(image: unknown): NativeImage {
  if (image instanceof NativeImage) return image;
  if (typeof image !== 'string') throw new Error('Argument must be a file path or a NativeImage');
  const read = nativeImageFromPath(image);
  if (read.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
  return read;
}

interface BitmapOptions extends AtScale {
  readonly width: number;
  readonly height: number;
}

function createFromBitmap(bytes: Buffer, options: BitmapOptions): NativeImage {
  const { width, height, scaleFactor: scale = 1 } = options;
  if (width <= 0 || height <= 0) return new NativeImage(() => []);
  if (bytes.length !== width * height * 4) throw new Error('invalid buffer size');
  const bitmap = { width, height, rgba: fromPremultipliedBgra(bytes) };
  return new NativeImage(() => [{ scale, png: encodePng(bitmap), bitmap }]);
}

/** The `nativeImage` module. As in Electron, a file that cannot be read gives an empty image. */
export function createNativeImageModule() {
  refuseTheRestOfClass(NativeImage, 'NativeImage');
  return {
    createEmpty: () => new NativeImage(() => []),
    createFromBitmap,
    createFromBuffer: (bytes: Buffer, { scaleFactor = 1 }: AtScale = {}) =>
      nativeImageFromBuffer(bytes, scaleFactor),
    createFromPath: nativeImageFromPath,
    createFromDataURL: (url: string) =>
      nativeImageFromBuffer(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  };
}
