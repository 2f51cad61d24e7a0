/** The world in which pages are kept from leaving and watched; nothing of the app lives there. */
export const WATCH_WORLD = 'Stand-in watch';

/** The DevTools binding by which that world speaks. */
export const WATCH = 'watch';

/**
 * Stops a page from going where no request announces it, to `about:blank` for one, and tells the
 * host, which asks the app and goes there itself. Requests are stopped by the host instead.
 *
 * The function's own text runs in the page, so it names nothing outside itself.
 */
export function holdNavigation(sender: string): void {
  if (window !== window.top) return;
  interface NavigateEvent extends Event {
    readonly navigationType: string;
    readonly destination: { readonly url: string; readonly sameDocument: boolean };
  }
  const scope = globalThis as unknown as Record<string, unknown>;
  const tell = scope[sender] as (text: string) => void;
  const navigation = scope['navigation'] as EventTarget;
  navigation.addEventListener('navigate', (given) => {
    const event = given as NavigateEvent;
    const { url, sameDocument } = event.destination;
    if (!event.cancelable || sameDocument || event.navigationType === 'traverse') return;
    if (/^(https?|file):/i.test(url)) return;
    event.preventDefault();
    tell(JSON.stringify({ kind: 'leave', url }));
  });
}
