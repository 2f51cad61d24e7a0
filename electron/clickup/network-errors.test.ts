import { describe, expect, it } from 'vitest';
import { classifyNetworkFailure } from './network-errors.ts';

const failed = (name: string) => classifyNetworkFailure(new Error(`net::ERR_${name}`), 15_000);

describe('classifyNetworkFailure', () => {
  it.each([
    'INTERNET_DISCONNECTED',
    'NAME_NOT_RESOLVED',
    'CONNECTION_REFUSED',
    'CONNECTION_RESET',
    'CONNECTION_CLOSED',
    'NETWORK_CHANGED',
    'NETWORK_IO_SUSPENDED',
    'ADDRESS_UNREACHABLE',
    'PROXY_CONNECTION_FAILED',
    'TUNNEL_CONNECTION_FAILED',
    'EMPTY_RESPONSE',
    'CONTENT_LENGTH_MISMATCH',
    'INCOMPLETE_CHUNKED_ENCODING',
    'DNS_MALFORMED_RESPONSE',
    'HTTP2_PROTOCOL_ERROR',
  ])('takes %s as offline', (name) => {
    expect(failed(name)).toEqual({ kind: 'offline' });
  });

  it.each(['TIMED_OUT', 'CONNECTION_TIMED_OUT', 'DNS_TIMED_OUT'])('takes %s as timeout', (name) => {
    expect(failed(name)).toEqual({ kind: 'timeout', afterMs: 15_000 });
  });

  it.each(['CERT_AUTHORITY_INVALID', 'CERT_DATE_INVALID', 'SSL_PROTOCOL_ERROR', 'FAILED', 'X'])(
    'takes %s as an answer that cannot be used',
    (name) => {
      expect(failed(name)).toEqual({
        kind: 'badAnswer',
        status: 0,
        contentType: null,
        said: null,
      });
    },
  );

  it.each([
    new TypeError('Redirect was cancelled'),
    new Error('Attempted to redirect, but redirect policy was error'),
    new Error('Invalid header value: pk_CANARY'),
    'net::ERR_CONNECTION_RESET as a text',
    undefined,
    null,
    { message: 'net::ERR_CONNECTION_RESET' },
  ])('repeats nothing of %s', (failure) => {
    expect(classifyNetworkFailure(failure, 1)).toEqual({
      kind: 'badAnswer',
      status: 0,
      contentType: null,
      said: null,
    });
  });
});
