/** Node's reasons for a failed request, by Chromium's names for them. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'ERR_CONNECTION_REFUSED'],
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_NONAME)$/, 'ERR_NAME_NOT_RESOLVED'],
  [/^(ECONNRESET|EPIPE)$/, 'ERR_CONNECTION_RESET'],
  [/^ETIMEDOUT$/, 'ERR_CONNECTION_TIMED_OUT'],
  [/^ENETUNREACH$/, 'ERR_INTERNET_DISCONNECTED'],
  [/^EHOSTUNREACH$/, 'ERR_ADDRESS_UNREACHABLE'],
  [/^CERT_HAS_EXPIRED$/, 'ERR_CERT_DATE_INVALID'],
  [/^CERT_NOT_YET_VALID$/, 'ERR_CERT_DATE_INVALID'],
  [/^CERT_REVOKED$/, 'ERR_CERT_REVOKED'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'ERR_CERT_COMMON_NAME_INVALID'],
  [/CERT|SELF_SIGNED|UNABLE_TO_/, 'ERR_CERT_AUTHORITY_INVALID'],
  [/^(ERR_SSL|EPROTO)/, 'ERR_SSL_PROTOCOL_ERROR'],
  [/^HPE_HEADER_OVERFLOW$/, 'ERR_RESPONSE_HEADERS_TOO_BIG'],
  [/^HPE_INVALID_CONSTANT$/, 'ERR_INVALID_HTTP_RESPONSE'],
  [/^HPE_/, 'ERR_INVALID_HTTP_RESPONSE'],
  [/^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ZSTD_)/, 'ERR_CONTENT_DECODING_FAILED'],
];

/** A failure as Electron words it: `net::ERR_…`. */
export class NetError extends Error {
  /** @param code Chromium's name, `ERR_…`. */
  constructor(code: string, cause?: unknown) {
    super(`net::${code}`, cause === undefined ? undefined : { cause });
  }
}

/** Chromium's name for what Node failed with. */
export function toNetError(error: unknown): Error {
  if (error instanceof NetError) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  // Node's words for a connection that was closed before a byte of the answer.
  if (message === 'socket hang up') return new NetError('ERR_EMPTY_RESPONSE', error);
  if (message === 'aborted') return new NetError('ERR_CONTENT_LENGTH_MISMATCH', error);
  const [, name = 'ERR_FAILED'] = REASONS.find(([pattern]) => pattern.test(String(code))) ?? [];
  return new NetError(name, error);
}
