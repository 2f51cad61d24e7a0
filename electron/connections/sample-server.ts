import { fail, ok } from '../contract/errors.ts';
import { singleOrigin } from '../clickup/endpoint.ts';
import type { SampleServer } from './tokens.ts';

/** A running sample server, as the mock gives it. */
interface RunningServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** No word that the sample data may hold: answers are searched for their token, and what is found blanked. */
const TOKEN = 'SAMPLE_0_no_secret';

/**
 * Runs the sample server when it is first needed. It listens on this computer only and takes any
 * token, so the one sent to it is no secret.
 */
export function createSampleServer(start: () => Promise<RunningServer>): SampleServer {
  let running: Promise<RunningServer> | null = null;

  return {
    async authorization(account) {
      running ??= start();
      const asked = running;
      try {
        const { origin } = await asked;
        const endpoint = singleOrigin(origin);
        return ok({ account, endpoint, token: TOKEN, scheme: 'personal' as const });
      } catch {
        if (running === asked) running = null;
        return fail({ kind: 'internal' });
      }
    },
    async stop() {
      const stopping = running;
      running = null;
      const server = await stopping?.catch(() => null);
      await server?.close();
    },
  };
}
