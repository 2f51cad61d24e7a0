/** The two origins a connection may talk to. Sealed with the token, which goes nowhere else. */
export interface Endpoint {
  /** Origin of the API, such as `https://api.clickup.com`. */
  readonly api: string;
  /** Origin of the page where a person authorizes an OAuth app. */
  readonly authorize: string;
}

/** ClickUp itself. */
export const CLICKUP: Endpoint = {
  api: 'https://api.clickup.com',
  authorize: 'https://app.clickup.com',
};

/** An endpoint that serves both parts from one origin, as the sample server does. */
export const singleOrigin = (origin: string): Endpoint => ({ api: origin, authorize: origin });

/**
 * Reads `--clickup-origin=http://127.0.0.1:PORT` from a command line. Only builds that are not
 * packaged accept it and only for a loopback address; anything else means ClickUp itself.
 */
export function endpointFromArguments(argv: readonly string[], isPackaged: boolean): Endpoint {
  const prefix = '--clickup-origin=';
  const given = argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  if (isPackaged || given === undefined || !URL.canParse(given)) return CLICKUP;
  const url = new URL(given);
  const isLoopback = url.hostname === '127.0.0.1' || url.hostname === '[::1]';
  return url.protocol === 'http:' && isLoopback ? singleOrigin(url.origin) : CLICKUP;
}
