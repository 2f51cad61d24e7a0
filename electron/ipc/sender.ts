/** The part of an invoke event that tells who sent it. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  /** Null once the frame has navigated or is gone; must be read before anything is awaited. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** The origin that Perch's own pages are served from. */
export const APP_ORIGIN = 'app://perch';

/**
 * Whether a message comes from one of our windows, from its main frame, while that shows a page of
 * ours. Everything else is refused: an iframe, a foreign window, a frame that has moved on.
 */
export function isTrustedSender(
  event: SenderEvent,
  isKnownWindow: (webContentsId: number) => boolean,
): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isKnownWindow(event.sender.id)) return false;
  if (!URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  // A custom scheme's `origin` is the text "null" in Node's URL, so it is put together here.
  return `${url.protocol}//${url.host}` === APP_ORIGIN;
}
