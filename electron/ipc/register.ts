import { CHANNELS } from '../contract/channels.ts';
import { contract, type Handlers } from '../contract/contract.ts';
import { fail, type PerchError, type Result } from '../contract/errors.ts';
import type { Invocation } from '../contract/invocation.ts';
import type { SenderEvent } from './sender.ts';
import type { ZodError, ZodType } from 'zod';

/** The part of Electron's ipcMain in use. */
export interface IpcMain {
  handle(channel: string, listener: (event: SenderEvent, input: unknown) => unknown): void;
}

export interface RegisterOptions {
  readonly ipcMain: IpcMain;
  readonly handlers: Handlers;
  /** Where it throws, as it does of a frame that was just disposed of, the message is refused. */
  readonly isTrusted: (event: SenderEvent) => boolean;
  /** Told of a handler that threw. Gets the channel only: the error may hold what was sent. */
  readonly onCrash: (channel: string) => void;
}

type Handler = (input: unknown) => Promise<Result<unknown>>;

/**
 * Registers a handler for every channel of the contract, the only place that does. Each message
 * passes the sender check and its schema before its handler sees it, and each answer is a `Result`:
 * nothing is thrown across the bridge.
 */
export function registerHandlers(options: RegisterOptions): void {
  const isTrusted = (event: SenderEvent): boolean => {
    try {
      return options.isTrusted(event);
    } catch {
      return false;
    }
  };

  for (const [domain, channels] of Object.entries(CHANNELS)) {
    for (const [name, channel] of Object.entries(channels)) {
      const { input } =
        part<Record<string, Invocation<ZodType, unknown>>>(contract, domain)[name] ?? {};
      const handler = part<Record<string, Handler>>(options.handlers, domain)[name];
      if (input === undefined || handler === undefined)
        throw new Error(`No handler for ${channel}`);
      options.ipcMain.handle(channel, (event, message) => {
        if (!isTrusted(event)) return refused;
        return answer(input, handler, message, () => options.onCrash(channel));
      });
    }
  }
}

const refused = fail({
  kind: 'invalid',
  field: 'sender',
  reason: 'This page may not ask Perch.',
  said: null,
});

async function answer(
  schema: ZodType,
  handler: Handler,
  message: unknown,
  onCrash: () => void,
): Promise<Result<unknown>> {
  try {
    const input = schema.safeParse(message);
    return input.success ? await handler(input.data) : fail(describe(input.error));
  } catch {
    onCrash();
    return fail({ kind: 'internal' });
  }
}

/** Names the field that does not fit, never its value: it may be a token. */
function describe(error: ZodError): PerchError {
  const issue = error.issues[0];
  return {
    kind: 'invalid',
    field: issue?.path.map(String).join('.').slice(0, 128) ?? '',
    reason: `Not what this channel takes (${issue?.code ?? 'unknown'}).`,
    said: null,
  };
}

/** The types of contract and handlers are checked where they are written; here they are walked by name. */
const part = <T>(whole: object, name: string): T =>
  Object.entries(whole).find(([key]) => key === name)?.[1] as T;
