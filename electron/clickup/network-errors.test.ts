import { describe, expect, it } from 'vitest';
import { classifyNetworkFailure } from './network-errors.ts';

const failed = (name: string) => classifyNetworkFailure(new Error(`net::ERR_${name}`), 15_000);

const UNUSABLE = {
  error: { kind: 'badAnswer', status: 0, contentType: null, said: null },
  mayHaveLeft: true,
};

describe('classifyNetworkFailure', () => {
  it.each([
    'INTERNET_DISCONNECTED',
    'NAME_NOT_RESOLVED',
    'CONNECTION_REFUSED',
    'ADDRESS_UNREACHABLE',
    'PROXY_CONNECTION_FAILED',
    'TUNNEL_CONNECTION_FAILED',
    'DNS_MALFORMED_RESPONSE',
  ])('takes %s as offline before anything was sent', (name) => {
    expect(failed(name)).toEqual({ error: { kind: 'offline' }, mayHaveLeft: false });
  });

  it.each([
    'CONNECTION_RESET',
    'CONNECTION_CLOSED',
    'NETWORK_CHANGED',
    'NETWORK_IO_SUSPENDED',
    'EMPTY_RESPONSE',
    'CONTENT_LENGTH_MISMATCH',
    'INCOMPLETE_CHUNKED_ENCODING',
    'HTTP2_PROTOCOL_ERROR',
  ])('takes %s as offline with the request perhaps received', (name) => {
    expect(failed(name)).toEqual({ error: { kind: 'offline' }, mayHaveLeft: true });
  });

  it.each([
    ['TIMED_OUT', true],
    ['CONNECTION_TIMED_OUT', false],
    ['DNS_TIMED_OUT', false],
  ])('takes %s as timeout', (name, mayHaveLeft) => {
    const error = { kind: 'timeout', afterMs: 15_000 };
    expect(failed(name)).toEqual({ error, mayHaveLeft });
  });

  it.each(['CERT_AUTHORITY_INVALID', 'CERT_DATE_INVALID', 'SSL_PROTOCOL_ERROR', 'FAILED', 'X'])(
    'takes %s as an answer that cannot be used',
    (name) => {
      expect(failed(name)).toEqual(UNUSABLE);
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
    expect(classifyNetworkFailure(failure, 1)).toEqual(UNUSABLE);
  });
});
