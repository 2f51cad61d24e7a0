import { Readable } from 'node:stream';
import type { IncomingMessage as ElectronIncomingMessage } from 'electron';
import { toNodeHeaders } from '../net/headers.ts';
import type { Loaded } from '../net/answer.ts';

type Surface = Omit<ElectronIncomingMessage, keyof Readable>;

/** An answer to a `net.request`, and its body as a stream. */
export class IncomingMessage extends Readable implements Surface {
  readonly #loaded: Loaded;

  constructor(loaded: Loaded) {
    super();
    this.#loaded = loaded;
    loaded.body.on('data', (chunk: Buffer | string) => {
      if (!this.push(Buffer.from(chunk))) loaded.body.pause();
    });
    loaded.body.on('end', () => this.push(null));
    loaded.body.on('error', (error) => this.destroy(error));
    loaded.body.pause();
  }

  get statusCode(): number {
    return this.#loaded.statusCode;
  }

  get statusMessage(): string {
    return this.#loaded.statusMessage;
  }

  get headers(): Record<string, string | string[]> {
    return toNodeHeaders(this.#loaded.headers);
  }

  /** Names and values by turns, as they came. */
  get rawHeaders(): string[] {
    return this.#loaded.headers.flat();
  }

  get httpVersion(): string {
    return `${this.httpVersionMajor}.${this.httpVersionMinor}`;
  }

  get httpVersionMajor(): number {
    return this.#loaded.httpVersion.major;
  }

  get httpVersionMinor(): number {
    return this.#loaded.httpVersion.minor;
  }

  get trailers(): never {
    throw new Error('HTTP trailers are not supported');
  }

  get rawTrailers(): never {
    throw new Error('HTTP trailers are not supported');
  }

  override _read(): void {
    this.#loaded.body.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#loaded.body.destroy();
    done(error);
  }
}
