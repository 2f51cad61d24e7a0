import { expect, test } from 'vitest';
import { formatsFor } from '../../strings/format.ts';
import { hintFor } from './hints.ts';

const format = formatsFor('en-GB', 'Europe/Berlin');

test.each<readonly [string | null, string, string | null]>([
  ['due_date', '1795129200000', 'Fri 20 Nov 2026'],
  ['start_date', '1795161600000', 'Fri 20 Nov 2026, 09:00'],
  ['date_created', '1795129200000', 'Fri 20 Nov 2026'],
  ['time_estimate', '5400000', '1 h 30 min'],
  ['time_estimate', '0', null],
  ['due_date', 'null', null],
  ['due_date', 'soon', null],
  ['due_date', '12', null],
  ['due_date', '-1', null],
  ['id', '1795129200000', null],
  ['update', '1795129200000', null],
  [null, '1795129200000', null],
  ['due_date', '17951292000000000000', null],
])('%s: %s', (name, value, hint) => {
  expect(hintFor(name, value, format)).toBe(hint);
});
