import type { ElectronApplication } from '@playwright/test';
import type { ClientRequestConstructorOptions } from 'electron';

interface Seen {
  readonly events: readonly string[];
  readonly status?: number;
  readonly text?: string;
  readonly error?: string;
}

/** Runs a request to its end and tells what happened, in order. */
export const runRequest = (
  app: ElectronApplication,
  options: Omit<ClientRequestConstructorOptions, 'session'>,
  more: { readonly body?: string; readonly chunked?: boolean; readonly follow?: boolean } = {},
): Promise<Seen> =>
  app.evaluate(
    ({ net }, given) =>
      new Promise<Seen>((resolve) => {
        const events: string[] = [];
        const request = net.request(given.options);
        if (given.more.chunked === true) request.chunkedEncoding = true;
        for (const name of ['finish', 'abort', 'close'] as const)
          request.on(name as 'close', () => events.push(name));
        request.on('redirect', () => {
          events.push('redirect');
          if (given.more.follow === true) request.followRedirect();
        });
        request.on('error', ({ message }) => resolve({ events, error: message }));
        request.on('response', (response) => {
          events.push('response');
          let text = '';
          response.on('data', (chunk) => (text += String(chunk)));
          response.on('end', () => resolve({ events, status: response.statusCode, text }));
        });
        if (given.more.body !== undefined) request.write(given.more.body);
        request.end();
      }),
    { options, more },
  );
