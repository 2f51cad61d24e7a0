import type { Codec } from '../codec/codec.ts';
import type { FromRenderer, ToRenderer } from '../renderer/messages.ts';
import { createEvent, type PreventableEvent } from './event.ts';
import type { IpcMain } from './ipc-main.ts';
import type { WebContents } from './web-contents.ts';
import type { WebFrameMain } from './web-frame.ts';

/** What the page that sent a message can do about it. */
export interface Sender {
  /** Null when the sending document has been left. */
  readonly frame: WebFrameMain | null;
  readonly answer: (message: ToRenderer) => void;
  /** The page stands still until this text arrives; an empty one stands for `undefined`. */
  readonly answerAtOnce: (text: Promise<string>) => void;
}

type Sent = Extract<FromRenderer, { kind: 'send' | 'send-sync' }>;

/** Carries one WebContents' messages to the app's listeners and their answers back. */
export class IpcRoute {
  readonly #contents: WebContents;
  readonly #ipcMain: IpcMain;
  readonly #codec: Codec;

  constructor(contents: WebContents, ipcMain: IpcMain, codec: Codec) {
    this.#contents = contents;
    this.#ipcMain = ipcMain;
    this.#codec = codec;
  }

  async receive(text: string, sender: Sender): Promise<void> {
    const message = JSON.parse(text) as FromRenderer;
    switch (message.kind) {
      case 'preload-error':
        this.#preloadFailed(message.stack);
        return;
      case 'zoom':
        this.#contents.setZoomFactor(message.factor);
        return;
      case 'send':
        this.#deliver(message, 'ipc-message', this.#replying(sender), sender.frame);
        return;
      case 'send-sync':
        this.#deliverAndWait(message, sender);
        return;
      case 'invoke': {
        const { id, channel } = message;
        try {
          const value = await this.#invoke(channel, this.#decode(message.args), sender.frame);
          sender.answer({ kind: 'result', id, value: this.#codec.encode(value) });
        } catch (error) {
          console.error(`Error occurred in handler for '${channel}':`, error);
          const reason = `Error invoking remote method '${channel}': ${String(error)}`;
          sender.answer({ kind: 'failure', id, error: reason });
        }
        return;
      }
      default:
        message satisfies never;
    }
  }

  #decode(args: Sent['args']): unknown[] {
    return this.#codec.decode(args) as unknown[];
  }

  #event(frame: WebFrameMain | null): PreventableEvent {
    const { mainFrame } = this.#contents;
    return createEvent({
      type: 'frame',
      sender: this.#contents,
      senderFrame: frame,
      frameId: (frame ?? mainFrame).routingId,
      processId: mainFrame.processId,
      frameTreeNodeId: (frame ?? mainFrame).frameTreeNodeId,
    });
  }

  #replying({ frame, answer }: Sender): PreventableEvent {
    return Object.assign(this.#event(frame), {
      ports: [],
      reply: (channel: string, ...args: unknown[]): void =>
        answer({ kind: 'event', channel, args: this.#codec.encode(args) }),
    });
  }

  /** Who hears of a frame's messages: the frame's own `ipc` first, then the page's, then all. */
  #emitters(frame: WebFrameMain | null): readonly IpcMain[] {
    return [...(frame === null ? [] : [frame.ipc]), this.#contents.ipc, this.#ipcMain];
  }

  #deliver(
    { channel, args }: Sent,
    name: 'ipc-message' | 'ipc-message-sync',
    event: PreventableEvent,
    frame: WebFrameMain | null,
  ): void {
    const decoded = this.#decode(args);
    this.#contents.emit(name, event, channel, ...decoded);
    for (const emitter of this.#emitters(frame)) emitter.emit(channel, event, ...decoded);
  }

  /** The first `event.returnValue` is the answer, whenever it comes. */
  #deliverAndWait(message: Sent, sender: Sender): void {
    const { channel } = message;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const reply = (value: unknown): void => {
      try {
        resolve(JSON.stringify(this.#codec.encode(value)));
      } catch (error) {
        reject(error as Error);
        throw error;
      }
    };
    sender.answerAtOnce(promise.catch(() => ''));
    const event = Object.defineProperty(this.#replying(sender), 'returnValue', {
      get: () => undefined,
      set: reply,
    });
    const isHeard =
      this.#contents.listenerCount('ipc-message-sync') > 0 ||
      this.#emitters(sender.frame).some((emitter) => emitter.listenerCount(channel) > 0);
    if (!isHeard) {
      const { id } = this.#contents;
      console.warn(
        `WebContents #${id} called ipcRenderer.sendSync() with '${channel}' channel without listeners.`,
      );
      resolve('');
    }
    this.#deliver(message, 'ipc-message-sync', event, sender.frame);
  }

  async #invoke(
    channel: string,
    args: readonly unknown[],
    frame: WebFrameMain | null,
  ): Promise<unknown> {
    const handler = this.#emitters(frame)
      .map((emitter) => emitter.handlerOf(channel))
      .find((candidate) => candidate !== undefined);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(this.#event(frame), ...args);
  }

  #preloadFailed(stack: string): void {
    const { preload } = this.#contents.getLastWebPreferences();
    this.#contents.emit('preload-error', createEvent(), preload, new Error(stack));
  }
}
