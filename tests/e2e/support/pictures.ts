import type { Bitmap } from '../../standin/image/bitmap.ts';

/** A part of a picture in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Color = readonly [red: number, green: number, blue: number];

/** The color of a pixel. */
export const colorAt = ({ width, rgba }: Bitmap, x: number, y: number): Color => {
  const at = (y * width + x) * 4;
  return [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
};

/** Whether two colors are as good as equal: no channel differs by more than `tolerance` of 255. */
export const isLike = (one: Color, other: Color, tolerance = 24): boolean =>
  one.every((value, channel) => Math.abs(value - (other[channel] ?? 0)) <= tolerance);

function* pixelsOf({ x, y, width, height }: Area): Generator<readonly [number, number]> {
  for (let row = y; row < y + height; row += 1)
    for (let column = x; column < x + width; column += 1) yield [column, row];
}

/** The smallest area that holds every pixel of `within` in which two pictures differ; null for none. */
export function differenceOf(one: Bitmap, other: Bitmap, within: Area): Area | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  const rowOf = ({ width, rgba }: Bitmap, y: number): Buffer =>
    rgba.subarray((y * width + within.x) * 4, (y * width + within.x + within.width) * 4);
  for (let y = within.y; y < within.y + within.height; y += 1) {
    if (rowOf(one, y).equals(rowOf(other, y))) continue;
    for (const [x] of pixelsOf({ ...within, y, height: 1 })) {
      if (isLike(colorAt(one, x, y), colorAt(other, x, y), 8)) continue;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
    }
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The share of an area's pixels, from 0 to 1, for which something holds. */
export function shareOf(picture: Bitmap, area: Area, holds: (color: Color) => boolean): number {
  let count = 0;
  for (const [x, y] of pixelsOf(area)) if (holds(colorAt(picture, x, y))) count += 1;
  return count / (area.width * area.height);
}

/**
 * The middles of the lines of text in an area, from the top, by their y: runs of rows that are not
 * all of one color. What is thinner than `thinnest` is a rule between them and no text.
 */
export function textLines(picture: Bitmap, area: Area, thinnest = 5): readonly number[] {
  const rows = Array.from({ length: area.height }, (_none, index) => area.y + index);
  const hasInk = (y: number): boolean => {
    const paper = colorAt(picture, area.x, y);
    const row = { ...area, y, height: 1 };
    return shareOf(picture, row, (color) => !isLike(color, paper)) > 0;
  };
  const lines: number[] = [];
  let start: number | null = null;
  for (const y of [...rows, area.y + area.height]) {
    const isInked = y < area.y + area.height && hasInk(y);
    if (isInked) start ??= y;
    else if (start !== null) {
      if (y - start >= thinnest) lines.push(Math.round((start + y - 1) / 2));
      start = null;
    }
  }
  return lines;
}
