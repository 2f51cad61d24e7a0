import type { WebContents as ElectronWebContents, WindowOpenHandlerResponse } from 'electron';

export type WindowOpenHandler = Parameters<ElectronWebContents['setWindowOpenHandler']>[0];

/** The app's verdict on a window that the page at `opener` wants; without a handler it may open. */
export function allowsWindow(
  handler: WindowOpenHandler | undefined,
  url: string,
  opener: string,
): boolean {
  if (handler === undefined) return true;
  const answer: unknown = handler({
    url,
    frameName: '',
    features: '',
    disposition: 'foreground-tab',
    referrer: { url: opener, policy: 'strict-origin-when-cross-origin' },
  });
  const action = (answer as Partial<WindowOpenHandlerResponse> | null)?.action;
  if (action !== 'allow' && action !== 'deny')
    console.error(
      "The window open handler response must be an object with an 'action' property of 'allow' or 'deny'.",
    );
  return action === 'allow';
}
