/** Red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number];

/** Reads a CSS hex colour of three or six digits; null for anything else. */
export function parseHex(color: string): Rgb | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(color.trim())?.[1];
  if (digits === undefined) return null;
  const full = digits.length === 3 ? digits.replaceAll(/./gu, '$&$&') : digits;
  const value = Number.parseInt(full, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const WHITE: Rgb = [255, 255, 255];
/** What WCAG asks of text of normal size. */
const ENOUGH = 4.5;
/** From here on white is what ClickUp's colours were made for, and a shade darker makes it readable. */
const NEARLY = 3.4;

/**
 * A background and an ink that are readable together, as near to the colour as that allows: white
 * where it is or nearly is readable, on a background darkened until it is; black otherwise, which
 * then always is.
 */
export function readable(color: Rgb): { readonly background: Rgb; readonly ink: Rgb } {
  if (contrast(WHITE, color) < NEARLY) return { background: color, ink: [0, 0, 0] };
  let background = color;
  while (contrast(WHITE, background) < ENOUGH) {
    const [red, green, blue] = background;
    background = [Math.floor(red * 0.97), Math.floor(green * 0.97), Math.floor(blue * 0.97)];
  }
  return { background, ink: WHITE };
}

/** A hue of 0 to 359 degrees that stays the same for an id. */
export function hueOf(id: string): number {
  let hash = 2166136261;
  for (const character of id) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return hash % 360;
}

/** Background and ink of an avatar: ClickUp's colour if there is a usable one, else a quiet tint of the id's. */
export function avatarColors(
  id: string,
  color: string | null,
): { readonly background: string; readonly color: string } {
  const rgb = color === null ? null : parseHex(color);
  if (rgb !== null) {
    const { background, ink } = readable(rgb);
    return { background: `rgb(${background.join(' ')})`, color: `rgb(${ink.join(' ')})` };
  }
  const hue = hueOf(id);
  return {
    background: `light-dark(oklch(0.91 0.035 ${hue}), oklch(0.36 0.05 ${hue}))`,
    color: `light-dark(oklch(0.38 0.09 ${hue}), oklch(0.92 0.04 ${hue}))`,
  };
}
