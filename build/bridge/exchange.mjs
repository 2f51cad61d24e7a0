/**
 * A team's exchange endpoint: it keeps the client secret of the team's OAuth app, so that nobody's
 * Perch needs it, and turns a code into a token once. One file, no dependencies, no log.
 *
 *   CLICKUP_CLIENT_ID=… CLICKUP_CLIENT_SECRET=… PORT=8787 node exchange.mjs
 *
 * It listens on 127.0.0.1 and speaks http: put it behind the https proxy you have.
 */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const TOKEN_ENDPOINT = 'https://api.clickup.com/api/v2/oauth/token';

/** Bytes; a request is far smaller. */
const LONGEST_BODY = 4096;
/** Milliseconds that ClickUp has for its answer. */
const PATIENCE_MS = 15_000;
/** Milliseconds for which a state is remembered: as long as Perch waits for an answer. */
const STATE_MS = 10 * 60_000;
/** Exchanges a minute; ClickUp itself allows a token far more, but a team signs in seldom. */
const MOST_PER_MINUTE = 30;

/** 256 bits as base64url, which is what Perch sends. */
const STATE = /^[A-Za-z0-9_-]{43}$/u;
const CODE = /^[\u0021-\u007E]{1,512}$/u;

/**
 * @typedef {object} Options
 * @property {string} clientId
 * @property {string} clientSecret
 * @property {string} [tokenEndpoint]
 * @property {() => number} [now] Unix milliseconds.
 */

/** @typedef {{ status: number, body: Record<string, unknown> }} Answer */

/**
 * A sentence in ClickUp's own form, which Perch shows as it is.
 * @param {number} status
 * @param {string} err
 * @returns {Answer}
 */
const refuse = (status, err) => ({ status, body: { err, ECODE: `EXCHANGE_${status}` } });

/**
 * The server; it does not listen yet.
 * @param {Options} options
 */
export function createExchangeServer({
  clientId,
  clientSecret,
  tokenEndpoint = TOKEN_ENDPOINT,
  now = Date.now,
}) {
  /** @type {Map<string, number>} States that had their exchange, and until when that is known. */
  const used = new Map();
  /** @type {number[]} When the exchanges of the last minute began. */
  let recent = [];

  /**
   * @param {unknown} request
   * @returns {Promise<Answer>}
   */
  const exchange = async (request) => {
    const at = now();
    const { code, state, client_id: id } = Object(request);
    if (typeof state !== 'string' || !STATE.test(state))
      return refuse(400, 'The state is missing.');
    if (typeof code !== 'string' || !CODE.test(code)) return refuse(400, 'The code is missing.');
    if (id !== clientId) return refuse(400, 'This endpoint serves another client ID.');
    for (const [seen, until] of used) if (until <= at) used.delete(seen);
    if (used.has(state)) return refuse(409, 'This state has been used.');
    recent = recent.filter((time) => time > at - 60_000);
    if (recent.length >= MOST_PER_MINUTE) return refuse(429, 'Too many sign-ins. Wait a minute.');
    recent.push(at);
    used.set(state, at + STATE_MS);
    try {
      const response = await fetch(tokenEndpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, code }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { access_token: token, err, ECODE } = Object(await response.json());
      // Only what Perch needs goes on: an answer may repeat what it was asked with.
      if (response.ok && typeof token === 'string') {
        return { status: 200, body: { access_token: token } };
      }
      const status = response.ok ? 502 : response.status;
      return typeof err === 'string' && !err.includes(clientSecret)
        ? { status, body: { err, ECODE } }
        : refuse(status, 'ClickUp gave no token.');
    } catch {
      return refuse(502, 'ClickUp cannot be reached.');
    }
  };

  return createServer((request, response) => {
    /** @param {Answer} answer */
    const answer = ({ status, body }) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        connection: 'close',
      });
      response.end(JSON.stringify(body));
    };
    if (request.method !== 'POST') return answer(refuse(405, 'Only POST is answered here.'));
    // A web page can send a form or plain text anywhere, and JSON only where it is allowed to.
    if (!request.headers['content-type']?.startsWith('application/json')) {
      return answer(refuse(415, 'The request must be JSON.'));
    }
    let text = '';
    request.setEncoding('utf8');
    request.on('error', () => response.destroy());
    request.on('data', (part) => {
      text += part;
      if (text.length > LONGEST_BODY) request.destroy();
    });
    request.on('end', () => {
      exchange(parse(text)).then(answer, () => response.destroy());
    });
  });
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { CLICKUP_CLIENT_ID, CLICKUP_CLIENT_SECRET, PORT = '8787' } = process.env;
  if (!CLICKUP_CLIENT_ID || !CLICKUP_CLIENT_SECRET) {
    process.stderr.write('CLICKUP_CLIENT_ID and CLICKUP_CLIENT_SECRET have to be set.\n');
    process.exit(1);
  }
  const options = { clientId: CLICKUP_CLIENT_ID, clientSecret: CLICKUP_CLIENT_SECRET };
  createExchangeServer(options).listen(Number(PORT), '127.0.0.1');
}
