import { expect, test } from 'vitest';
import { InOrder } from './in-order.ts';

test('what happens is told at once', () => {
  const told: number[] = [];
  new InOrder().tell(() => told.push(1));
  expect(told).toEqual([1]);
});

test('what is told later waits for what has to be learned', async () => {
  const told: string[] = [];
  const order = new InOrder();
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<string>();
  order.tellOnce(first.promise, (value) => told.push(value));
  order.tell(() => told.push('between'));
  order.tellOnce(second.promise, (value) => told.push(value));
  order.tell(() => told.push('after'));
  second.resolve('second');
  await second.promise;
  expect(told).toEqual([]);
  first.resolve('first');
  await expect.poll(() => told).toEqual(['first', 'between', 'second', 'after']);
});

test('a failure holds nobody up and tells nothing', async () => {
  const told: string[] = [];
  const order = new InOrder();
  order.tellOnce(Promise.reject(new Error('gone')), () => told.push('never'));
  order.tell(() => told.push('after'));
  await expect.poll(() => told).toEqual(['after']);
});
