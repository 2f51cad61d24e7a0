import type { PerchError } from '../contract/errors.ts';

/** Chromium's names of failures (`net::ERR_*`) that mean no connection to the server: nothing was sent. */
const NOT_CONNECTED = [
  'INTERNET_DISCONNECTED',
  'NAME_NOT_RESOLVED',
  'NAME_RESOLUTION_FAILED',
  'DNS_',
  'CONNECTION_REFUSED',
  'CONNECTION_FAILED',
  'CONNECTION_TIMED_OUT',
  'ADDRESS_UNREACHABLE',
  'ADDRESS_INVALID',
  'NETWORK_ACCESS_DENIED',
  'PROXY_CONNECTION_FAILED',
  'TUNNEL_CONNECTION_FAILED',
];

/** Those of a connection that was lost, before or after the request went over it. */
const LOST = [
  'CONNECTION_RESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ABORTED',
  'NETWORK_CHANGED',
  'NETWORK_IO_SUSPENDED',
  'SOCKET_NOT_CONNECTED',
  'EMPTY_RESPONSE',
  'CONTENT_LENGTH_MISMATCH',
  'INCOMPLETE_CHUNKED_ENCODING',
  'INCOMPLETE_HTTP2',
  'HTTP2_PROTOCOL_ERROR',
  'QUIC_PROTOCOL_ERROR',
];

/** A failure of the network by its meaning. */
export interface NetworkFailure {
  readonly error: PerchError;
  /** Whether bytes of the request may have left; only where none did is a write known to be undone. */
  readonly mayHaveLeft: boolean;
}

/**
 * Names a failure of the network stack by Chromium's error name. The message itself goes no further:
 * a header error repeats the header's value, and that is the token.
 */
export function classifyNetworkFailure(failure: unknown, timeoutMs: number): NetworkFailure {
  const name = /net::ERR_(\w+)/u.exec(failure instanceof Error ? failure.message : '')?.[1] ?? '';
  const isOne = (names: readonly string[]) => names.some((prefix) => name.startsWith(prefix));
  const mayHaveLeft = !isOne(NOT_CONNECTED);
  if (name.endsWith('TIMED_OUT')) {
    return { error: { kind: 'timeout', afterMs: timeoutMs }, mayHaveLeft };
  }
  if (!mayHaveLeft || isOne(LOST)) return { error: { kind: 'offline' }, mayHaveLeft };
  return { error: { kind: 'badAnswer', status: 0, contentType: null, said: null }, mayHaveLeft };
}
