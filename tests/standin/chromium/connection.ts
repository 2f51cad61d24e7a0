import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from './protocol.ts';

type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Events = Protocol.Events;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Pending {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** One target's conversation. Every command rejects once Chromium is gone. */
export class Session {
  readonly id: string | undefined;
  readonly #connection: Connection;
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #gone = Promise.withResolvers<never>();

  constructor(connection: Connection, id: string | undefined) {
    this.#connection = connection;
    this.id = id;
    this.#gone.promise.catch(() => undefined);
  }

  /** Chromium leaves commands without an answer whose target goes away: this rejects then. */
  whileThere<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#gone.promise]);
  }

  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Results[M]> {
    return this.#connection.send(this.id, method, params) as Promise<Results[M]>;
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void {
    this.#events.on(event, listener);
  }

  /** Called by the connection for each event of this session. */
  deliver(event: string, payload: unknown): void {
    this.#events.emit(event, payload);
  }

  /** Called by the connection when the target has gone. */
  end(): void {
    this.#gone.reject(new Error('The target is gone'));
  }
}

/** A DevTools conversation over Chromium's `--remote-debugging-pipe`: JSON divided by NUL bytes. */
export class Connection {
  readonly root: Session = new Session(this, undefined);
  readonly #output: Writable;
  readonly #sessions = new Map<string, Session>();
  readonly #pending = new Map<number, Pending>();
  readonly #closeListeners: (() => void)[] = [];
  #chunks: Buffer[] = [];
  #lastId = 0;
  #closed = false;
  #abandoned = false;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    input.on('data', (chunk: Buffer) => this.#read(chunk));
    for (const stream of [input, output]) {
      stream.on('close', () => this.#close());
      stream.on('error', () => this.#close());
    }
  }

  get closed(): boolean {
    return this.#closed;
  }

  onClose(listener: () => void): void {
    this.#closeListeners.push(listener);
  }

  /**
   * From now on commands that Chromium does not answer stay without an answer: it ends on purpose,
   * this process with it, and nobody has to hear of it.
   */
  abandon(): void {
    this.#abandoned = true;
  }

  session(id: string): Session {
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const session = new Session(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  forget(id: string): void {
    this.#sessions.get(id)?.end();
    this.#sessions.delete(id);
  }

  send(sessionId: string | undefined, method: string, params: unknown): Promise<unknown> {
    if (this.#closed && this.#abandoned) return new Promise(() => undefined);
    if (this.#closed) return Promise.reject(new Error(`${method}: Chromium is gone`));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method, resolve, reject });
      this.#output.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`);
    });
  }

  #read(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      this.#chunks.push(chunk.subarray(start, end));
      const text = Buffer.concat(this.#chunks).toString('utf8');
      this.#chunks = [];
      start = end + 1;
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.#chunks.push(chunk.subarray(start));
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      if (message.method === undefined) return;
      const session = message.sessionId === undefined ? this.root : this.session(message.sessionId);
      session.deliver(message.method, message.params);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (pending === undefined) return;
    if (message.error === undefined) pending.resolve(message.result);
    else pending.reject(new Error(`${pending.method}: ${message.error.message}`));
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#abandoned)
      for (const { method, reject } of this.#pending.values())
        reject(new Error(`${method}: Chromium is gone`));
    this.#pending.clear();
    for (const listener of this.#closeListeners) listener();
  }
}
