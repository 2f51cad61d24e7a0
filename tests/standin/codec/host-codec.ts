import { createCodec, type Codec } from './codec.ts';

/** The codec as the host uses it, with Node's fast base64. */
export const createHostCodec = (): Codec =>
  createCodec({
    encode: (bytes) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    // A small Buffer is a window on a shared pool, and a decoded ArrayBuffer must be its own.
    decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
  });
