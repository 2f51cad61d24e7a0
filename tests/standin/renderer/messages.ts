import type { Encoded } from '../codec/codec.ts';

/** What a preload's world tells the host. `args` encode a list. */
export type FromRenderer =
  | { readonly kind: 'send'; readonly channel: string; readonly args: Encoded }
  /** The renderer stands still until it has been answered. */
  | { readonly kind: 'send-sync'; readonly channel: string; readonly args: Encoded }
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: Encoded;
    }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'preload-error'; readonly stack: string };

/** What the host tells a preload's world. */
export type ToRenderer =
  | { readonly kind: 'event'; readonly channel: string; readonly args: Encoded }
  | { readonly kind: 'result'; readonly id: number; readonly value: Encoded }
  | { readonly kind: 'failure'; readonly id: number; readonly error: string };

/** A key, as the page is about to get it. */
export interface KeyNotice {
  readonly kind: 'key';
  readonly type: 'keyDown' | 'keyUp';
  readonly key: string;
  readonly code: string;
  readonly location: number;
  readonly isAutoRepeat: boolean;
  readonly isComposing: boolean;
  readonly shift: boolean;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** Where and on what a context menu is wanted; the rest of Electron's parameters follow from it. */
export interface ContextMenuNotice {
  readonly kind: 'context-menu';
  readonly x: number;
  readonly y: number;
  readonly byKeyboard: boolean;
  readonly linkURL: string;
  readonly linkText: string;
  readonly srcURL: string;
  readonly mediaType: 'none' | 'image' | 'audio' | 'video' | 'canvas';
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly selectionRect: { x: number; y: number; width: number; height: number };
  readonly selectionStartOffset: number;
  readonly titleText: string;
  readonly altText: string;
  readonly formControlType: string;
  readonly charset: string;
  readonly spellcheck: boolean;
  readonly hasText: boolean;
}

/** What the world that watches over a page tells the host. */
export type FromWatch =
  | { readonly kind: 'leave'; readonly url: string }
  | { readonly kind: 'close' }
  /** Empty for a document without one. */
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'icons'; readonly urls: readonly string[] }
  | KeyNotice
  | ContextMenuNotice;
