import { lookup } from 'node:dns/promises';
import type { ResolvedHost, ResolveHostOptions } from 'electron';
import { toNetError } from './net-error.ts';

/** `net.resolveHost`, by the system's resolver whatever `source` says. Rejects with `net::ERR_…`. */
export async function resolveHost(
  host: string,
  options: ResolveHostOptions = {},
): Promise<ResolvedHost> {
  const family = options.queryType === 'A' ? 4 : options.queryType === 'AAAA' ? 6 : 0;
  try {
    const addresses = await lookup(host, { all: true, family });
    return {
      endpoints: addresses.map(({ address, family: kind }) => ({
        address,
        family: kind === 6 ? 'ipv6' : 'ipv4',
      })),
    };
  } catch (error) {
    throw toNetError(error);
  }
}
