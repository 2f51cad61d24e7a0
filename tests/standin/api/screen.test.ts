import { describe, expect, test } from 'vitest';
import { createScreen } from './screen.ts';

const LEFT = { id: 1, bounds: { x: 0, y: 0, width: 1000, height: 800 } };
const RIGHT = { id: 2, bounds: { x: 1000, y: 0, width: 2000, height: 1600 }, scaleFactor: 2 };

function twoDisplays() {
  const created = createScreen(() => true);
  created.control.setDisplays([LEFT, RIGHT]);
  return created;
}

describe('screen', () => {
  test.each([
    [{ x: 10, y: 10 }, 1],
    [{ x: 1500, y: 10 }, 2],
    [{ x: -500, y: 0 }, 1],
    [{ x: 999, y: 1500 }, 2],
  ])('the display nearest to %j is %i', (point, id) => {
    expect(twoDisplays().screen.getDisplayNearestPoint(point).id).toBe(id);
  });

  test.each([
    [{ x: 900, y: 0, width: 300, height: 10 }, 2],
    [{ x: 800, y: 0, width: 300, height: 10 }, 1],
    [{ x: 9000, y: 0, width: 10, height: 10 }, 2],
    [{ x: -90, y: -90, width: 10, height: 10 }, 1],
  ])('the display that matches %j is %i', (rectangle, id) => {
    expect(twoDisplays().screen.getDisplayMatching(rectangle).id).toBe(id);
  });

  test('points of a display with a scale factor become its pixels, and back', () => {
    const { screen } = twoDisplays();
    const physical = screen.dipToScreenPoint({ x: 1100, y: 50 });
    expect(physical).toEqual({ x: 2200, y: 100 });
    expect(screen.screenToDipPoint(physical)).toEqual({ x: 1100, y: 50 });
  });

  test('tells what came, went and changed', () => {
    const { screen, control } = twoDisplays();
    const seen: unknown[] = [];
    screen.on('display-added', (_event, { id }) => seen.push(['added', id]));
    screen.on('display-removed', (_event, { id }) => seen.push(['removed', id]));
    screen.on('display-metrics-changed', (_event, { id }, metrics) =>
      seen.push(['changed', id, metrics]),
    );
    control.setDisplays([
      { ...LEFT, rotation: 90 },
      { ...RIGHT, id: 3 },
    ]);
    expect(seen).toEqual([
      ['removed', 2],
      ['changed', 1, ['rotation']],
      ['added', 3],
    ]);
  });

  test('has at least one display', () => {
    expect(() => twoDisplays().control.setDisplays([])).toThrow('at least one display');
  });
});
