import type { Codec } from '../codec/codec.ts';
import type { FromRenderer, ToRenderer } from '../renderer/messages.ts';
import { createEvent, type PreventableEvent } from './event.ts';
import type { IpcMain } from './ipc-main.ts';
import type { WebContents } from './web-contents.ts';

/** Carries one WebContents' messages to the app's listeners and their answers back. */
export class IpcRoute {
  readonly #sender: WebContents;
  readonly #ipcMain: IpcMain;
  readonly #codec: Codec;

  constructor(sender: WebContents, ipcMain: IpcMain, codec: Codec) {
    this.#sender = sender;
    this.#ipcMain = ipcMain;
    this.#codec = codec;
  }

  /** `current` is false when the sending document has been left: then there is no senderFrame. */
  async receive(
    text: string,
    current: boolean,
    answer: (message: ToRenderer) => void,
  ): Promise<void> {
    const message = JSON.parse(text) as FromRenderer;
    switch (message.kind) {
      case 'preload-error':
        this.#preloadFailed(message.stack);
        return;
      case 'send':
        this.#deliver(message.channel, this.#decode(message.args), current, answer);
        return;
      case 'invoke': {
        const { id, channel } = message;
        try {
          const value = await this.#invoke(channel, this.#decode(message.args), current);
          answer({ kind: 'result', id, value: this.#codec.encode(value) });
        } catch (error) {
          console.error(`Error occurred in handler for '${channel}':`, error);
          const text = `Error invoking remote method '${channel}': ${String(error)}`;
          answer({ kind: 'failure', id, error: text });
        }
        return;
      }
      default:
        message satisfies never;
    }
  }

  #decode(args: Extract<FromRenderer, { kind: 'send' }>['args']): unknown[] {
    return this.#codec.decode(args) as unknown[];
  }

  #event(current: boolean): PreventableEvent {
    const { id, mainFrame } = this.#sender;
    return createEvent({
      type: 'frame',
      sender: this.#sender,
      senderFrame: current ? mainFrame : null,
      frameId: id,
      processId: id,
      frameTreeNodeId: id,
    });
  }

  #deliver(
    channel: string,
    args: readonly unknown[],
    current: boolean,
    answer: (message: ToRenderer) => void,
  ): void {
    const event = Object.assign(this.#event(current), {
      ports: [],
      reply: (replyChannel: string, ...replyArgs: unknown[]): void =>
        answer({ kind: 'event', channel: replyChannel, args: this.#codec.encode(replyArgs) }),
    });
    this.#sender.emit('ipc-message', event, channel, ...args);
    this.#sender.ipc.emit(channel, event, ...args);
    this.#ipcMain.emit(channel, event, ...args);
  }

  async #invoke(channel: string, args: readonly unknown[], current: boolean): Promise<unknown> {
    const handler = this.#sender.ipc.handlerOf(channel) ?? this.#ipcMain.handlerOf(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(this.#event(current), ...args);
  }

  #preloadFailed(stack: string): void {
    const { preload } = this.#sender.getLastWebPreferences();
    this.#sender.emit('preload-error', createEvent(), preload, new Error(stack));
  }
}
