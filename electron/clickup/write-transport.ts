import type { Transport } from './transport.ts';

/** A way to ClickUp that shares its connections with no other. In the app it is a partition of its own. */
export interface Line {
  readonly transport: Transport;
  /** Ends the connections that it keeps for the next request. */
  readonly closeConnections: () => Promise<void>;
}

/**
 * Sends each request over a connection that nothing has used before. Chromium sends a request again
 * by itself, a POST too, where a kept connection turns out to be dead (`ShouldResendRequest` in its
 * `net/http/http_network_transaction.cc`), and a write must not happen twice. A new line is opened
 * only while all others are in use, up to `most`; then requests queue.
 */
export function createWriteTransport(open: (index: number) => Line, most: number): Transport {
  const free: Line[] = [];
  const queue: (() => void)[] = [];
  let opened = 0;

  const take = async (): Promise<Line> => {
    for (;;) {
      const line = free.pop();
      if (line !== undefined) return line;
      if (opened < most) {
        opened += 1;
        return open(opened - 1);
      }
      // oxlint-disable-next-line no-await-in-loop -- whoever comes quicker may have taken the free one
      await new Promise<void>((resolve) => queue.push(resolve));
    }
  };

  return async (request, signal) => {
    const line = await take();
    try {
      await line.closeConnections();
      return await line.transport(request, signal);
    } finally {
      free.push(line);
      queue.shift()?.();
    }
  };
}
