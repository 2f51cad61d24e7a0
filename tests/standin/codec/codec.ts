/** What a codec makes of a value: a JSON tree in which every array is `[tag, ...]`. */
export type Encoded = string | number | boolean | null | readonly unknown[];

export interface Codec {
  /** Throws `An object could not be cloned.` for what structured cloning refuses. */
  encode(value: unknown): Encoded;
  decode(encoded: Encoded): unknown;
}

/** Turns values that cannot be copied, functions for instance, into something that can. */
export interface Foreign {
  /** The value's stand-in, or undefined to treat it as any other. `owner` is what it was found on. */
  encode(value: unknown, owner: unknown): Encoded | undefined;
  decode(encoded: Encoded): unknown;
}

export interface Base64 {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array<ArrayBuffer>;
}

export type CreateCodec = (base64: Base64, foreign?: Foreign) => Codec;

/**
 * Structured cloning over text, for a host and pages that share no memory. Kept as they are:
 * cycles and shared references, Date, RegExp, Map, Set, bigint, NaN, -0, undefined, holes, names
 * given to arrays, binary data, errors, own `__proto__` keys. Prototypes are lost, as in structured
 * cloning. What a document holds, its nodes for instance, is refused, as Electron's IPC does.
 *
 * The function's own text runs in the page too, so it names nothing outside itself.
 */
export const createCodec: CreateCodec = (base64, foreign) => {
  const ERRORS: Record<string, ErrorConstructor> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const VIEWS: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  type Box = Record<string, unknown>;

  const refuse = (): never => {
    throw new DOMException('An object could not be cloned.', 'DataCloneError');
  };

  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  const bytesOf = (view: ArrayBufferView): string =>
    base64.encode(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));

  type Next = (value: unknown, owner?: unknown) => Encoded;

  const encodeArray = (value: readonly unknown[], next: Next): Encoded => {
    const items = Array.from(value, (item, index) => (index in value ? next(item, value) : ['h']));
    const isIndex = (key: string): boolean =>
      String(Number(key) >>> 0) === key && Number(key) < value.length;
    const extra = Object.keys(value).filter((key) => !isIndex(key));
    if (extra.length === 0) return ['a', ...items];
    const box = value as unknown as Box;
    return ['A', items, ...extra.flatMap((key) => [key, next(box[key])])];
  };

  const encodeObject = (value: object, next: Next): Encoded => {
    if (Array.isArray(value)) return encodeArray(value, next);
    if (ArrayBuffer.isView(value)) return ['v', kindOf(value), bytesOf(value)];
    switch (kindOf(value)) {
      case 'Date':
        return ['d', next(Number(value))];
      case 'RegExp': {
        const { source, flags } = value as RegExp;
        return ['x', source, flags];
      }
      case 'Map':
        return ['m', ...[...(value as Map<unknown, unknown>)].flat().map((item) => next(item))];
      case 'Set':
        return ['s', ...[...(value as Set<unknown>)].map((item) => next(item))];
      case 'ArrayBuffer':
        return ['b', base64.encode(new Uint8Array(value as ArrayBuffer))];
      case 'Error':
      case 'DOMException': {
        const { name, message, stack, cause } = value as Error;
        return ['e', name, message, next(stack), next(cause)];
      }
      case 'Number':
      case 'String':
      case 'Boolean':
      case 'BigInt':
        return ['p', next(value.valueOf())];
      case 'Arguments':
      case 'Object':
        return ['o', ...Object.entries(value).flatMap(([key, item]) => [key, next(item, value)])];
      default:
        return refuse();
    }
  };

  const encode = (root: unknown): Encoded => {
    const seen = new Map<object, number>();
    const next: Next = (value, owner) => {
      const replaced = foreign?.encode(value, owner);
      if (replaced !== undefined) return replaced;
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value;
        case 'number':
          if (Object.is(value, -0)) return ['n', '-0'];
          return Number.isFinite(value) ? value : ['n', `${value}`];
        case 'undefined':
          return ['u'];
        case 'bigint':
          return ['i', `${value}`];
        case 'object': {
          if (value === null) return null;
          const known = seen.get(value);
          if (known !== undefined) return ['r', known];
          seen.set(value, seen.size);
          return encodeObject(value, next);
        }
        default:
          return refuse();
      }
    };
    return next(root);
  };

  const define = (target: Box, key: string, value: unknown): void => {
    if (key === '__proto__')
      Object.defineProperty(target, key, {
        value,
        configurable: true,
        enumerable: true,
        writable: true,
      });
    else target[key] = value;
  };

  const decodeItems = (
    items: readonly unknown[],
    list: unknown[],
    next: (encoded: unknown) => unknown,
  ): unknown[] => {
    list.length = items.length;
    for (const [index, item] of items.entries())
      if (!Array.isArray(item) || item[0] !== 'h') list[index] = next(item);
    return list;
  };

  const decode = (root: Encoded): unknown => {
    const seen: unknown[] = [];
    const known = <T>(value: T): T => {
      seen.push(value);
      return value;
    };
    const next = (encoded: unknown): unknown => {
      if (!Array.isArray(encoded)) return encoded;
      const [tag, ...rest] = encoded as [string, ...unknown[]];
      switch (tag) {
        case 'u':
          return undefined;
        case 'n':
          return Number(rest[0]);
        case 'i':
          return BigInt(rest[0] as string);
        case 'r':
          return seen[rest[0] as number];
        case 'a':
          return decodeItems(rest, known([]), next);
        case 'A': {
          const [items, ...extra] = rest as [readonly unknown[], ...unknown[]];
          const list = decodeItems(items, known([]), next);
          for (let index = 0; index < extra.length; index += 2)
            define(list as unknown as Box, extra[index] as string, next(extra[index + 1]));
          return list;
        }
        case 'o': {
          const box: Box = known({});
          for (let index = 0; index < rest.length; index += 2)
            define(box, rest[index] as string, next(rest[index + 1]));
          return box;
        }
        case 'm': {
          const map = known(new Map<unknown, unknown>());
          for (let index = 0; index < rest.length; index += 2)
            map.set(next(rest[index]), next(rest[index + 1]));
          return map;
        }
        case 's': {
          const set = known(new Set<unknown>());
          for (const item of rest) set.add(next(item));
          return set;
        }
        case 'd':
          return known(new Date(next(rest[0]) as number));
        case 'x':
          return known(new RegExp(rest[0] as string, rest[1] as string));
        case 'b':
          return known(base64.decode(rest[0] as string).buffer);
        case 'v': {
          const View = VIEWS[rest[0] as string] ?? refuse();
          return known(new View(base64.decode(rest[1] as string).buffer));
        }
        case 'p':
          return known(Object(next(rest[0])));
        case 'e': {
          const [name, message, stack, cause] = rest as [string, string, Encoded, Encoded];
          const Kind = ERRORS[name] ?? Error;
          const error = known(new Kind(message));
          const hidden = { configurable: true, writable: true };
          Object.defineProperty(error, 'stack', { value: next(stack), ...hidden });
          const reason = next(cause);
          if (reason !== undefined)
            Object.defineProperty(error, 'cause', { value: reason, ...hidden });
          return error;
        }
        default:
          return foreign?.decode(encoded) ?? refuse();
      }
    };
    return next(root);
  };

  return { encode, decode };
};
