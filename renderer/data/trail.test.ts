import { expect, test } from 'vitest';
import { createTrail } from './trail.ts';
import { filledSheet } from './workbench.ts';

const sheetFor = (id: string) => filledSheet({ parameters: { task_id: id }, isWanted: false });

function start() {
  const opened: unknown[] = [];
  const trail = createTrail((operationId, sheet) =>
    opened.push([operationId, sheet.values['task_id']]),
  );
  const follow = (from: string, to: string): void =>
    trail.follow(
      { operationId: 'get-task', sheet: sheetFor(from) },
      { operationId: 'get-task', sheet: sheetFor(to) },
    );
  return { trail, opened, follow };
}

test('Back leads step by step to each sheet as it was left', () => {
  const { trail, opened, follow } = start();
  follow('1', '2');
  follow('2', '3');
  trail.back();
  trail.back();
  trail.back();
  expect(opened).toEqual([
    ['get-task', '2'],
    ['get-task', '3'],
    ['get-task', '2'],
    ['get-task', '1'],
  ]);
  expect(trail.read()).toEqual([]);
});

test('the way is twenty steps long at most, and gone once one goes elsewhere', () => {
  const { trail, follow } = start();
  for (let step = 0; step < 30; step += 1) follow(String(step), String(step + 1));
  expect(trail.read()).toHaveLength(20);
  expect(trail.read()[0]?.sheet.values).toEqual({ task_id: '10' });
  trail.end();
  expect(trail.read()).toEqual([]);
});
