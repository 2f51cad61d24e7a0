import type { FromWatch } from '../renderer/messages.ts';
import { contextMenuParams } from './context-menu.ts';
import { createEvent } from './event.ts';
import { toInput } from './input-events.ts';
import type { WebFrameMain } from './web-frame.ts';

/** What is done about the notices of a page. */
export interface NoticeTeller {
  emit(name: string, ...args: unknown[]): void;
  toApp(url: string): string;
  leave(url: string): void;
  close(): void;
  retitle(title: string): void;
  /** Lets the page go on that waits for this. */
  answer(reply: Promise<string>): void;
}

/** Tells the app, in Electron's events, what the world noticed that watches over a page. */
export function tellNotice(teller: NoticeTeller, notice: FromWatch, frame: WebFrameMain): void {
  switch (notice.kind) {
    case 'leave':
      teller.leave(notice.url);
      return;
    case 'close':
      teller.close();
      return;
    case 'title':
      teller.retitle(notice.title);
      return;
    case 'icons':
      teller.emit('page-favicon-updated', createEvent(), notice.urls.map(teller.toApp));
      return;
    case 'key': {
      const { promise, resolve } = Promise.withResolvers<string>();
      teller.answer(promise);
      const event = createEvent();
      try {
        teller.emit('before-input-event', event, toInput(notice));
      } finally {
        resolve(event.defaultPrevented ? 'prevent' : '');
      }
      return;
    }
    case 'context-menu':
      teller.emit('context-menu', createEvent(), contextMenuParams(notice, frame, teller.toApp));
      return;
    default:
      notice satisfies never;
  }
}
