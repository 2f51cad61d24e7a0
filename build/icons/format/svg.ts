/** How a source is to be drawn. */
export interface Drawing {
  /** Width and height in pixels. */
  readonly pixels: number;
  /** The part of the grid to draw, as an SVG `viewBox`; the source's own where absent. */
  readonly grid?: string;
}

/**
 * Prepares an icon's SVG for one size: gives it that size, and moves each `<rect data-snap>` onto
 * whole pixels, at least one pixel thick, as a font is hinted. Such a rectangle must stand in the
 * grid of the root, under no transform. Throws where the source has no square `viewBox`.
 */
export function hint(svg: string, { pixels, grid }: Drawing): string {
  const own = /viewBox="([^"]*)"/u.exec(svg)?.[1] ?? '';
  const [left = NaN, top = NaN, width = NaN, height = NaN] = (grid ?? own).split(' ').map(Number);
  if (!(width > 0) || width !== height) throw new Error('The icon has no square viewBox.');
  const scale = pixels / width;

  const place = (value: number, origin: number): number =>
    Math.round((value - origin) * scale) / scale + origin;
  const thick = (value: number): number => Math.max(1, Math.round(value * scale)) / scale;
  const snapped: Readonly<Record<string, (value: number) => number>> = {
    x: (value) => place(value, left),
    y: (value) => place(value, top),
    width: thick,
    height: thick,
    // A dot of one or two pixels is a square: rounded, it would only turn grey.
    rx: (value) => (value * 2 * scale < 2.5 ? 0 : thick(value * 2) / 2),
  };

  return svg
    .replace(/<rect data-snap=""[^>]*>/gu, (rect) =>
      rect.replace(/\b(x|y|width|height|rx)="([^"]*)"/gu, (_, name: string, value: string) => {
        return `${name}="${snapped[name]?.(Number(value)) ?? value}"`;
      }),
    )
    .replace(/viewBox="[^"]*"/u, `viewBox="${grid ?? own}" width="${pixels}" height="${pixels}"`);
}
