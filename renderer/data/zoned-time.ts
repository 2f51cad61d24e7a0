const MINUTE_MS = 60_000;

/** How far a zone's clocks are ahead of UTC at a time, in milliseconds. */
function offsetAt(time: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const number = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  );
  return wall - Math.floor(time / 1000) * 1000;
}

/** The zone to reckon in: the one named, where the runtime knows it, else the machine's. */
export function zoneOf(named: string | null): string {
  if (named !== null) {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: named }).resolvedOptions().timeZone;
    } catch {
      // A name that this runtime does not know is as good as none.
    }
  }
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Reads `2026-11-24T09:30`, as a `datetime-local` field writes it, in a zone, as Unix milliseconds;
 * null for anything else. A time that clocks skip becomes the one after the gap, one that they show
 * twice the first of both.
 */
export function readWallTime(text: string, zone: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/u.test(text)) return null;
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return null;
  const first = wall - offsetAt(wall - offsetAt(wall, zone), zone);
  const early = wall - offsetAt(first - 24 * 60 * MINUTE_MS, zone);
  return early + offsetAt(early, zone) === wall ? early : first;
}

/** Writes Unix milliseconds as a `datetime-local` field wants them, to the minute; empty out of its range. */
export function writeWallTime(time: number, zone: string): string {
  if (!Number.isFinite(time) || Math.abs(time) > 8e14) return '';
  const wall = new Date(Math.floor(time / MINUTE_MS) * MINUTE_MS + offsetAt(time, zone));
  const text = wall.toISOString();
  return text.startsWith('+') || text.startsWith('-') ? '' : text.slice(0, 16);
}

/** What people call a zone: `Berlin` for `Europe/Berlin`. */
export const zoneCity = (zone: string): string =>
  (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
