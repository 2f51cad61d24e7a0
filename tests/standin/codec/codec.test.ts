import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCodec } from './codec.ts';
import { createHostCodec } from './host-codec.ts';

const codec = createHostCodec();

/** Through text, as a message travels. */
const travel = (value: unknown): unknown =>
  codec.decode(JSON.parse(JSON.stringify(codec.encode(value))) as ReturnType<typeof codec.encode>);

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
});

describe('codec', () => {
  test('does what structuredClone does, for any value', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(travel(value)).toStrictEqual(structuredClone(value));
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps texts of any code units', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const units = fc.array(unit).map((list) => list.join(''));
    fc.assert(
      fc.property(units, (text) => {
        expect(travel(text)).toBe(text);
      }),
    );
  });

  test('keeps cycles and shared references', () => {
    const shared = { n: 1 };
    const root: Record<string, unknown> = {
      a: shared,
      b: shared,
      map: new Map([[shared, shared]]),
    };
    root['self'] = root;
    const copy = travel(root) as { a: object; b: object; self: unknown; map: Map<object, object> };
    expect(copy.self).toBe(copy);
    expect(copy.a).toBe(copy.b);
    expect(copy.map.get(copy.a)).toBe(copy.a);
  });

  test('keeps an own __proto__ key, and no prototype', () => {
    const copy = travel(JSON.parse('{"__proto__": {"polluted": 1}}')) as object;
    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    class Point {
      readonly x = 1;
    }
    expect(Object.getPrototypeOf(travel(new Point()))).toBe(Object.prototype);
  });

  test('keeps what is not numbered in an array', () => {
    const match = /b(?<rest>.)/.exec('abc');
    expect(travel(match)).toStrictEqual(structuredClone(match));
    const sparse = Object.assign([1], { 2: 3, '-1': 'x', '01': 'y', 4294967295: 'z' });
    expect(travel(sparse)).toStrictEqual(structuredClone(sparse));
  });

  test('keeps boxed primitives, and reads a getter once', () => {
    expect(travel([Object(1n), Object('a'), Object(false)])).toStrictEqual([
      Object(1n),
      Object('a'),
      Object(false),
    ]);
    let reads = 0;
    const given = {
      get value() {
        reads += 1;
        return reads;
      },
    };
    expect(travel(given)).toEqual({ value: 1 });
  });

  test('keeps errors with their kind and cause', () => {
    const copy = travel(new RangeError('far', { cause: new Error('near') })) as Error;
    expect(copy).toBeInstanceOf(RangeError);
    expect(copy.message).toBe('far');
    expect((copy.cause as Error).message).toBe('near');
  });

  test('gives binary data memory of its own', () => {
    const copy = travel(new Float64Array([0.5, -1])) as Float64Array;
    expect([...copy]).toEqual([0.5, -1]);
    expect(copy.buffer.byteLength).toBe(16);
    expect((travel(new Uint8Array([1, 2, 3]).buffer) as ArrayBuffer).byteLength).toBe(3);
  });

  test.each([
    ['a function', () => undefined],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
    ['a WeakMap', new WeakMap()],
    ['a function inside', { list: [() => undefined] }],
    ['a Proxy', new Proxy({}, {})],
    ['a boxed symbol', Object(Symbol('x'))],
    ['a Blob', new Blob(['x'])],
  ])('refuses %s', (_name, value) => {
    expect(() => codec.encode(value)).toThrow('An object could not be cloned.');
  });

  test('lets foreign values through by what stands for them', () => {
    const base64 = { encode: () => '', decode: () => new Uint8Array() };
    const foreign = createCodec(base64, {
      encode: (value) => (typeof value === 'function' ? ['f', 1] : undefined),
      decode: (encoded) => encoded,
    });
    expect(foreign.decode(foreign.encode({ call: () => 1 }))).toEqual({ call: ['f', 1] });
  });

  test('runs from its own text, without the module around it', () => {
    const fromText = Reflect.construct(Function, [
      `return (${String(createCodec)})`,
    ])() as typeof createCodec;
    const { encode, decode } = fromText({ encode: () => '', decode: () => new Uint8Array() });
    expect(decode(encode([new Date(3), new Set([undefined])]))).toEqual([
      new Date(3),
      new Set([undefined]),
    ]);
  });
});
