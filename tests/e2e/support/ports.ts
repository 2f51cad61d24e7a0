import { createServer, type Server } from 'node:net';

/** Nothing listens there but whoever has the turn; it goes free with the process that held it. */
const TURN_PORT = 17290;
const RETRY_MS = 100;

const listening = (): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host: '127.0.0.1', port: TURN_PORT, exclusive: true }, () => resolve(server));
  });

/**
 * Perch's loopback ports are the same everywhere, so tests that use them take turns, whichever process
 * they run in. Answers the function that ends the turn.
 */
export async function takePorts(): Promise<() => Promise<void>> {
  for (;;) {
    const server = await listening();
    if (server !== null) {
      return () => new Promise((closed) => server.close(() => closed()));
    }
    await new Promise((later) => setTimeout(later, RETRY_MS));
  }
}
