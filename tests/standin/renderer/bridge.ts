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
  const Defer = Promise;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const detailOf = getOwnPropertyDescriptor(Event.prototype, 'detail')?.get;

  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const awaited = new Map<
    number,
    { resolve(value: unknown): void; reject(error: unknown): void }
  >();
  let lastId = 0;
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
  const asError = (reason: unknown): Encoded =>
    codec.encode(new Error(reason instanceof Error ? reason.message : String(reason)));

  const keep = (value: (...args: unknown[]) => unknown): Encoded => {
    lastId += 1;
    functions.set(lastId, value);
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
        settle(true, codec.encode(await value));
      } catch (error) {
        settle(false, asError(error));
      }
    };
    void wait();
    return ['q', id];
  };

  const codec = createCodec(base64, {
    encode: (value) => {
      if (typeof value === 'function') return keep(value as () => unknown);
      return value instanceof Defer ? follow(value) : undefined;
    },
    decode: (encoded) => {
      const [tag, id] = encoded as readonly [string, number];
      if (tag === 'f')
        return (...args: unknown[]) => ask({ kind: 'call', id, args: codec.encode(args) });
      return new Defer((resolve, reject) => {
        awaited.set(id, { resolve, reject });
      });
    },
  });

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
        return target?.(...(codec.decode(message.args) as unknown[]));
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
      if (detailOf === undefined) return;
      const message = parse(apply(detailOf, event, []) as string) as Message;
      if (message.kind === 'answer') {
        handle(message);
        return;
      }
      let reply: Message;
      try {
        reply = { kind: 'answer', threw: false, value: codec.encode(handle(message)) };
      } catch (error) {
        reply = { kind: 'answer', threw: true, value: asError(error) };
      }
      post(reply);
    },
    true,
  );

  return {
    expose: (key, api) => {
      ask({ kind: 'expose', key, value: codec.encode(api) });
    },
  };
};
