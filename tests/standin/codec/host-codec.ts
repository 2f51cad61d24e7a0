import { createCodec, type Codec } from './codec.ts';

/**
 * The codec as the host uses it, with Node's fast base64. Node itself judges what can be cloned, so
 * that a Proxy is refused and a getter is read once.
 */
export const createHostCodec = (): Codec => {
  const codec = createCodec({
    encode: (bytes) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    // A small Buffer is a window on a shared pool, and a decoded ArrayBuffer must be its own.
    decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
  });
  const encode: Codec['encode'] = (value) => {
    let copy: unknown;
    try {
      copy = structuredClone(value);
    } catch {
      throw new DOMException('An object could not be cloned.', 'DataCloneError');
    }
    return codec.encode(copy);
  };
  return { ...codec, encode };
};
