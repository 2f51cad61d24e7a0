import type { Point, Rectangle } from 'electron';

export const centre = ({ x, y, width, height }: Rectangle): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** How much of the second rectangle the first one shows, in square pixels. */
export function sharedArea(first: Rectangle, second: Rectangle): number {
  const overlap = (a: number, aLength: number, b: number, bLength: number): number =>
    Math.max(0, Math.min(a + aLength, b + bLength) - Math.max(a, b));
  return (
    overlap(first.x, first.width, second.x, second.width) *
    overlap(first.y, first.height, second.y, second.height)
  );
}

/** How far a point lies outside of a rectangle, in pixels; 0 inside. */
export function distance({ x, y, width, height }: Rectangle, point: Point): number {
  const beyond = (start: number, length: number, value: number): number =>
    Math.max(start - value, 0, value - (start + length - 1));
  return Math.hypot(beyond(x, width, point.x), beyond(y, height, point.y));
}
