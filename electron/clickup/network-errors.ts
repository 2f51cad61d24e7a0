import type { PerchError } from '../contract/errors.ts';

/** Chromium's names of failures (`net::ERR_*`) that mean no connection to the server. */
const OFFLINE = [
  'INTERNET_DISCONNECTED',
  'NAME_NOT_RESOLVED',
  'NAME_RESOLUTION_FAILED',
  'DNS_',
  'CONNECTION_REFUSED',
  'CONNECTION_RESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ABORTED',
  'CONNECTION_FAILED',
  'ADDRESS_UNREACHABLE',
  'ADDRESS_INVALID',
  'NETWORK_CHANGED',
  'NETWORK_IO_SUSPENDED',
  'NETWORK_ACCESS_DENIED',
  'PROXY_CONNECTION_FAILED',
  'TUNNEL_CONNECTION_FAILED',
  'SOCKET_NOT_CONNECTED',
  'EMPTY_RESPONSE',
  'CONTENT_LENGTH_MISMATCH',
  'INCOMPLETE_CHUNKED_ENCODING',
  'INCOMPLETE_HTTP2',
  'HTTP2_PROTOCOL_ERROR',
  'QUIC_PROTOCOL_ERROR',
];

/**
 * Names a failure of the network stack by Chromium's error name. The message itself goes no further:
 * a header error repeats the header's value, and that is the token.
 */
export function classifyNetworkFailure(failure: unknown, timeoutMs: number): PerchError {
  const name = /net::ERR_(\w+)/u.exec(failure instanceof Error ? failure.message : '')?.[1] ?? '';
  if (name.endsWith('TIMED_OUT')) return { kind: 'timeout', afterMs: timeoutMs };
  if (OFFLINE.some((prefix) => name.startsWith(prefix))) return { kind: 'offline' };
  return { kind: 'badAnswer', status: 0, contentType: null, said: null };
}
