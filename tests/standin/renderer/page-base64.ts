import type { Base64 } from '../codec/codec.ts';

/** Chromium's own base64. The function's text runs in the page, so it names nothing outside. */
export const createPageBase64 = (): Base64 => {
  type Native = { toBase64(): string };
  type NativeClass = { fromBase64(text: string): Uint8Array<ArrayBuffer> };
  return {
    encode: (bytes) => (bytes as unknown as Native).toBase64(),
    decode: (text) => (Uint8Array as unknown as NativeClass).fromBase64(text),
  };
};
