import type { Encoded } from '../codec/codec.ts';

/** What a preload's world tells the host. `args` encode a list. */
export type FromRenderer =
  | { readonly kind: 'send'; readonly channel: string; readonly args: Encoded }
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: Encoded;
    }
  | { readonly kind: 'preload-error'; readonly stack: string };

/** What the host tells a preload's world. */
export type ToRenderer =
  | { readonly kind: 'event'; readonly channel: string; readonly args: Encoded }
  | { readonly kind: 'result'; readonly id: number; readonly value: Encoded }
  | { readonly kind: 'failure'; readonly id: number; readonly error: string };
