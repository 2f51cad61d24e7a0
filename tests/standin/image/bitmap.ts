/** A picture as rows of pixels: red, green, blue, alpha, a byte each, not premultiplied. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

/** The pixels as StatusNotifierItem wants them: alpha, red, green, blue ("ARGB32, network order"). */
export function toArgb({ rgba }: Bitmap): Buffer {
  const argb = Buffer.alloc(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    argb[at] = rgba[at + 3] ?? 0;
    rgba.copy(argb, at + 1, at, at + 3);
  }
  return argb;
}

/** The pixels as Chromium holds them on little-endian machines: blue, green, red, alpha, premultiplied. */
export function toPremultipliedBgra({ rgba }: Bitmap): Buffer {
  const bgra = Buffer.alloc(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    for (const channel of [0, 1, 2])
      bgra[at + 2 - channel] = Math.round(((rgba[at + channel] ?? 0) * alpha) / 255);
    bgra[at + 3] = alpha;
  }
  return bgra;
}

/** The way back from `toPremultipliedBgra`; where a pixel is nearly transparent its color is lost. */
export function fromPremultipliedBgra(bgra: Buffer): Buffer {
  const rgba = Buffer.alloc(bgra.length);
  for (let at = 0; at < bgra.length; at += 4) {
    const alpha = bgra[at + 3] ?? 0;
    for (const channel of [0, 1, 2])
      rgba[at + 2 - channel] =
        alpha === 0 ? 0 : Math.min(255, Math.round(((bgra[at + channel] ?? 0) * 255) / alpha));
    rgba[at + 3] = alpha;
  }
  return rgba;
}
