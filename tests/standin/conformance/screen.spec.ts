import { expect, states } from './support.ts';

const DOC = 'docs/api/screen.md';

states('screen', 'cannot be used before ready', DOC, async ({ early }) => {
  expect(early).toMatchObject({
    getPrimaryDisplay: "Error: The 'screen' module can't be used before the app 'ready' event",
  });
});

states(
  'screen.getAllDisplays',
  'holds the primary display',
  `${DOC}#screengetalldisplays`,
  async ({ app }) => {
    const [primary, all] = await app.evaluate(
      ({ screen }) =>
        [screen.getPrimaryDisplay().id, screen.getAllDisplays().map(({ id }) => id)] as const,
    );
    expect(all).toContain(primary);
  },
);

states(
  'screen.getPrimaryDisplay',
  'has a work area within its bounds',
  'docs/api/structures/display.md',
  async ({ app }) => {
    const display = await app.evaluate(({ screen }) => screen.getPrimaryDisplay());
    expect(display.size).toEqual({
      width: display.bounds.width,
      height: display.bounds.height,
    });
    expect(display.workAreaSize).toEqual({
      width: display.workArea.width,
      height: display.workArea.height,
    });
    expect(display.workArea.height).toBeLessThanOrEqual(display.bounds.height);
    expect(display.scaleFactor).toBeGreaterThan(0);
    expect([0, 90, 180, 270]).toContain(display.rotation);
  },
);

states(
  'screen.getDisplayNearestPoint',
  'gives a display for every point',
  `${DOC}#screengetdisplaynearestpointpoint`,
  async ({ app }) => {
    const ids = await app.evaluate(({ screen }) =>
      [
        { x: 0, y: 0 },
        { x: -100_000, y: 100_000 },
      ].map((point) => typeof screen.getDisplayNearestPoint(point).id),
    );
    expect(ids).toEqual(['number', 'number']);
  },
);

states(
  'screen.getDisplayMatching',
  'finds the display of its own bounds',
  `${DOC}#screengetdisplaymatchingrect`,
  async ({ app }) => {
    const same = await app.evaluate(({ screen }) => {
      const display = screen.getPrimaryDisplay();
      return screen.getDisplayMatching(display.bounds).id === display.id;
    });
    expect(same).toBe(true);
  },
);

states(
  'screen.getCursorScreenPoint',
  'is a point',
  `${DOC}#screengetcursorscreenpoint`,
  async ({ app }) => {
    const point = await app.evaluate(({ screen }) => screen.getCursorScreenPoint());
    expect(point).toEqual({ x: expect.any(Number), y: expect.any(Number) });
  },
);
