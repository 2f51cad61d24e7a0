import { encodePng, type Picture } from './png.ts';

/**
 * Writes a Windows icon of square pictures up to 256 pixels, each stored as a PNG (understood since
 * Windows Vista). Throws RangeError for a picture that is not square or too large.
 */
export function encodeIco(pictures: readonly Picture[]): Buffer {
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  const images = pictures.map(encodePng);
  let offset = directory.length;
  pictures.forEach(({ width, height }, index) => {
    if (width !== height || width > 256) {
      throw new RangeError(`An ICO cannot hold a picture of ${width} by ${height} pixels.`);
    }
    const entry = 6 + 16 * index;
    const length = images[index]?.length ?? 0;
    // The format writes 256 as 0.
    directory[entry] = width % 256;
    directory[entry + 1] = height % 256;
    directory.writeUInt16LE(1, entry + 4);
    directory.writeUInt16LE(32, entry + 6);
    directory.writeUInt32LE(length, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += length;
  });
  return Buffer.concat([directory, ...images]);
}
