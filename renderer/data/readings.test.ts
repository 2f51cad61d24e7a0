import { expect, test } from 'vitest';
import type { Answer, AnswerBody } from '../../electron/contract/requests.ts';
import { createReadings } from './readings.ts';

const answerOf = (body: AnswerBody): Answer => ({
  status: 200,
  statusText: 'OK',
  target: '/api/v2/user',
  durationMs: 10,
  bytes: 2,
  contentType: 'application/json',
  budget: null,
  attempts: [],
  redacted: 0,
  body,
});

function start() {
  const waiting: (() => void)[] = [];
  const readings = createReadings({
    after: (_milliseconds, callback) => {
      waiting.push(callback);
      return () => undefined;
    },
  });
  return { readings, waiting };
}

test('a small answer is there at once, and every answer keeps its own reading', () => {
  const { readings, waiting } = start();
  const answer = answerOf({ kind: 'json', text: '{"a":1}' });
  const reading = readings.of(answer);
  expect(reading.read().json).toMatchObject({ kind: 'index', index: { size: 2 } });
  expect(waiting).toHaveLength(0);
  reading.write({ ...reading.read(), active: 1 });
  expect(readings.of(answer).read().active).toBe(1);
  expect(readings.of({ ...answer }).read().active).toBe(0);
});

test('a large one is read in turns, and the window has its own in between', () => {
  const { readings, waiting } = start();
  const text = JSON.stringify(Array.from({ length: 40_000 }, () => 'x'.repeat(100)));
  const reading = readings.of(answerOf({ kind: 'json', text }));
  let turns = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    expect(reading.read().json).toEqual({ kind: 'reading' });
    next();
    turns += 1;
  }
  expect(turns).toBe(Math.floor(text.length / 1_000_000));
  expect(reading.read().json).toMatchObject({ kind: 'index', index: { size: 40_001 } });
});

test.each<AnswerBody>([
  { kind: 'text', text: '<html>' },
  { kind: 'large', head: '{"a":' },
  { kind: 'empty' },
  { kind: 'json', text: '{"a":' },
])('%j is no tree', (body) => {
  const { readings } = start();
  expect(readings.of(answerOf(body)).read().json).toEqual({ kind: 'none' });
});
