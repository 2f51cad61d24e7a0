import { readFileSync } from 'node:fs';
import type { NativeImage as ElectronImage, Size } from 'electron';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export type NativeImage = Pick<
  ElectronImage,
  'isEmpty' | 'toPNG' | 'toDataURL' | 'setTemplateImage' | 'isTemplateImage'
> & { getSize(): Size };

/** An image that keeps its PNG bytes; nothing is ever drawn. Other formats count as empty. */
export function nativeImageFromBuffer(bytes: Buffer): NativeImage {
  const isPng = bytes.length >= 24 && bytes.subarray(0, PNG.length).equals(PNG);
  let template = false;
  return {
    isEmpty: () => !isPng,
    getSize: () =>
      isPng
        ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
        : { width: 0, height: 0 },
    toPNG: () => Buffer.from(isPng ? bytes : []),
    toDataURL: () =>
      `data:image/png;base64,${(isPng ? bytes : Buffer.alloc(0)).toString('base64')}`,
    setTemplateImage: (value) => {
      template = value;
    },
    isTemplateImage: () => template,
  };
}

/** The `nativeImage` module. As in Electron, a file that cannot be read gives an empty image. */
export const createNativeImageModule = () => ({
  createEmpty: () => nativeImageFromBuffer(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer) => nativeImageFromBuffer(bytes),
  createFromPath: (path: string) => {
    try {
      return nativeImageFromBuffer(readFileSync(path));
    } catch {
      return nativeImageFromBuffer(Buffer.alloc(0));
    }
  },
  createFromDataURL: (url: string) =>
    nativeImageFromBuffer(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
});
