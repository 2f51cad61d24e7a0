import type { Base64, CreateCodec, Encoded } from '../codec/codec.ts';

/** One end of the bridge between a page's own world and the preload's. */
export interface Bridge {
  /** Defines `window[key]` in the other world, deeply frozen. Throws when the name is taken. */
  expose(key: string, api: unknown): void;
}

export type CreateBridge = (
  createCodec: CreateCodec,
  base64: Base64,
  names: { readonly inbound: string; readonly outbound: string },
) => Bridge;

/**
 * Both ends run this same function, in two worlds that share the document and no objects. They
 * talk by custom events with secret names, which are delivered synchronously, so a call through
 * the bridge is as synchronous as it is in Electron. Functions and promises stay where they are;
 * the other end gets a stand-in for them.
 *
 * The function's own text runs in the page, so it names nothing outside itself, and it takes hold
 * of the built-ins it needs before the page can replace them.
 */
export const createBridge: CreateBridge = (createCodec, base64, names) => {
  type Message =
    | { readonly kind: 'expose'; readonly key: string; readonly value: Encoded }
    | { readonly kind: 'call'; readonly id: number; readonly args: Encoded }
    | {
        readonly kind: 'settle';
        readonly id: number;
        readonly fulfilled: boolean;
        readonly value: Encoded;
      }
    | { readonly kind: 'answer'; readonly threw: boolean; readonly value: Encoded };

  const { parse, stringify } = JSON;
  const { defineProperty, freeze, getOwnPropertyDescriptor, isFrozen, values } = Object;
  const { apply } = Reflect;
  const Event = CustomEvent;
  const Carrier = MouseEvent;
  const Node = Element;
  const Defer = Promise;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const detailOf = getOwnPropertyDescriptor(Event.prototype, 'detail')?.get;

  type Callable = (this: unknown, ...args: unknown[]) => unknown;
  /** Electron's limit, and its words. */
  const MAX_DEPTH = 1000;
  const TOO_DEEP =
    'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.';

  /** Functions the other end has stand-ins for, with the objects they were found on. */
  const functions = new Map<number, { readonly call: Callable; readonly owner: unknown }>();
  const numbers = new WeakMap<Callable, number>();
  /** Stand-ins on this end, by the number of the function on the other. */
  const standIns = new WeakMap<Callable, number>();
  const awaited = new Map<
    number,
    { resolve(value: unknown): void; reject(error: unknown): void }
  >();
  let lastId = 0;
  /** How many elements the present message carries, and those that came with the last one. */
  let lent = 0;
  let borrowed: (EventTarget | null)[] = [];
  let arriving: (EventTarget | null)[] = [];
  let answer: Message | undefined;

  const post = (message: Message): void => {
    apply(dispatch, document, [new Event(names.outbound, { detail: stringify(message) })]);
  };

  /** Delivers a message and gives what the other end answered before this returns. */
  const ask = (message: Message): unknown => {
    answer = undefined;
    post(message);
    const given = answer as Message | undefined;
    answer = undefined;
    if (given?.kind !== 'answer') throw new Error('The other world of this page is gone');
    const value = codec.decode(given.value);
    if (given.threw) throw value;
    return value;
  };

  /** Errors cross with their message alone, as they do in Electron. */
  const asError = (reason: unknown): Encoded => [
    'E',
    reason instanceof Error ? reason.message : String(reason),
  ];

  /** A function that came from the other end goes back as itself. */
  const keep = (call: Callable, owner: unknown): Encoded => {
    const origin = standIns.get(call);
    if (origin !== undefined) return ['F', origin];
    const known = numbers.get(call);
    if (known !== undefined && functions.get(known)?.owner === owner) return ['f', known];
    lastId += 1;
    functions.set(lastId, { call, owner });
    numbers.set(call, lastId);
    return ['f', lastId];
  };

  const follow = (value: Promise<unknown>): Encoded => {
    lastId += 1;
    const id = lastId;
    const settle = (fulfilled: boolean, encoded: Encoded): void => {
      ask({ kind: 'settle', id, fulfilled, value: encoded });
    };
    const wait = async (): Promise<void> => {
      try {
        settle(true, encode(await value));
      } catch (error) {
        settle(false, asError(error));
      }
    };
    void wait();
    return ['q', id];
  };

  /** An element is the same in both worlds; it travels as an event's own. */
  const lend = (element: Element): Encoded => {
    lent += 1;
    apply(dispatch, document, [new Carrier(names.outbound, { relatedTarget: element })]);
    return ['w', lent - 1];
  };

  const codec = createCodec(base64, {
    encode: (value, owner) => {
      if (typeof value === 'function') return keep(value as Callable, owner);
      // Documented to be left out.
      if (typeof value === 'symbol') return ['u'];
      if (value instanceof Defer) return follow(value);
      if (value instanceof Error) return asError(value);
      return value instanceof Node ? lend(value) : undefined;
    },
    decode: (encoded) => {
      const [tag, id] = encoded as readonly [string, number];
      switch (tag) {
        case 'f': {
          const call = (...args: unknown[]): unknown =>
            ask({ kind: 'call', id, args: encode(args) });
          standIns.set(call, id);
          return call;
        }
        case 'F':
          return functions.get(id)?.call;
        case 'E':
          return new Error(String(id));
        case 'w':
          return borrowed[id];
        default:
          return new Defer((resolve, reject) => {
            awaited.set(id, { resolve, reject });
          });
      }
    },
  });

  const assertShallow = (value: unknown, depth: number, seen: Set<unknown>): void => {
    if (value === null || typeof value !== 'object' || seen.has(value)) return;
    if (depth >= MAX_DEPTH) throw new TypeError(TOO_DEEP);
    seen.add(value);
    for (const item of values(value)) assertShallow(item, depth + 1, seen);
  };

  const encode = (value: unknown): Encoded => {
    assertShallow(value, 0, new Set());
    lent = 0;
    return codec.encode(value);
  };

  const freezeDeeply = (value: unknown): void => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
    if (ArrayBuffer.isView(value) || isFrozen(value)) return;
    freeze(value);
    for (const item of values(value)) freezeDeeply(item);
  };

  const handle = (message: Message): unknown => {
    switch (message.kind) {
      case 'expose': {
        if (message.key in window)
          throw new Error('Cannot bind an API on top of an existing property on the window object');
        const value = codec.decode(message.value);
        freezeDeeply(value);
        defineProperty(window, message.key, { value, enumerable: true });
        return undefined;
      }
      case 'call': {
        const target = functions.get(message.id);
        const args = codec.decode(message.args) as unknown[];
        return target && apply(target.call, target.owner, args);
      }
      case 'settle': {
        const waiting = awaited.get(message.id);
        awaited.delete(message.id);
        const value = codec.decode(message.value);
        if (message.fulfilled) waiting?.resolve(value);
        else waiting?.reject(value);
        return undefined;
      }
      case 'answer':
        answer = message;
        return undefined;
      default:
        return message satisfies never;
    }
  };

  document.addEventListener(
    names.inbound,
    (event) => {
      event.stopImmediatePropagation();
      if (event instanceof Carrier) {
        arriving.push(event.relatedTarget);
        return;
      }
      if (detailOf === undefined) return;
      borrowed = arriving;
      arriving = [];
      const message = parse(apply(detailOf, event, []) as string) as Message;
      if (message.kind === 'answer') {
        handle(message);
        return;
      }
      let reply: Message;
      try {
        reply = { kind: 'answer', threw: false, value: encode(handle(message)) };
      } catch (error) {
        reply = { kind: 'answer', threw: true, value: asError(error) };
      }
      post(reply);
    },
    true,
  );

  return {
    expose: (key, api) => {
      ask({ kind: 'expose', key, value: encode(api) });
    },
  };
};
