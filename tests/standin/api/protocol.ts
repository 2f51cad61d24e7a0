import type { CustomScheme } from 'electron';
import type { SchemeHandler } from '../page/requests.ts';
import type { Schemes } from './schemes.ts';

/** The custom protocols of one session. */
export class Protocol {
  readonly #schemes: Schemes;
  readonly #isReady: () => boolean;
  readonly #handlers = new Map<string, SchemeHandler>();

  constructor(schemes: Schemes, isReady: () => boolean) {
    this.#schemes = schemes;
    this.#isReady = isReady;
  }

  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    if (this.#isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    this.#schemes.register(schemes);
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  handlerOf(scheme: string): SchemeHandler | undefined {
    return this.#handlers.get(scheme);
  }
}

/** The `protocol` module: that of the default session. */
export const createProtocolModule = (ofDefaultSession: () => Protocol) => ({
  registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]) =>
    ofDefaultSession().registerSchemesAsPrivileged(schemes),
  handle: (scheme: string, handler: SchemeHandler) => ofDefaultSession().handle(scheme, handler),
  unhandle: (scheme: string) => ofDefaultSession().unhandle(scheme),
  isProtocolHandled: (scheme: string) => ofDefaultSession().isProtocolHandled(scheme),
});
