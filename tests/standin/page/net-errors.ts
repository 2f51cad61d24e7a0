/** Chromium's `net_error_list.h`, as far as a load in these tests can fail. */
const CODES: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_INVALID_ARGUMENT: -4,
  ERR_FILE_NOT_FOUND: -6,
  ERR_TIMED_OUT: -7,
  ERR_ACCESS_DENIED: -10,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_CLOSED: -100,
  ERR_CONNECTION_RESET: -101,
  ERR_CONNECTION_REFUSED: -102,
  ERR_CONNECTION_FAILED: -104,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_ADDRESS_UNREACHABLE: -109,
  ERR_CERT_AUTHORITY_INVALID: -202,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
  ERR_TOO_MANY_REDIRECTS: -310,
  ERR_EMPTY_RESPONSE: -324,
};

/** A failed load, as `loadURL` rejects with it and `did-fail-load` tells it. */
export class LoadError extends Error {
  /** `ERR_…`, without Chromium's `net::`. */
  readonly code: string;
  readonly errno: number;
  readonly url: string;

  constructor(errorText: string, url: string) {
    const code = errorText.replace(/^net::/, '');
    const errno = CODES[code] ?? -2;
    super(`${code} (${errno}) loading '${url.slice(0, 2048)}'`);
    this.code = code;
    this.errno = errno;
    this.url = url;
  }
}
