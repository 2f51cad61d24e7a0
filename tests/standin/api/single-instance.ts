import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';

type SecondInstance = (argv: string[], cwd: string, additionalData: unknown) => void;

interface HandOver {
  readonly argv: string[];
  readonly cwd: string;
  readonly data: unknown;
}

const ACCEPTED = 'accepted';

/**
 * Hands the message to the holder and waits for its word. It runs in a process of its own, because
 * `requestSingleInstanceLock` is synchronous and Node's sockets are not.
 */
const MESSENGER = `
const message = require('node:fs').readFileSync(0);
const socket = require('node:net').connect('\\0' + process.argv[1], () => socket.end(message));
let answer = '';
socket.on('data', (data) => { answer += data; });
socket.on('close', () => process.exit(answer === '${ACCEPTED}' ? 0 : 1));
socket.on('error', () => process.exit(1));
`;

/**
 * One instance for each userData folder. The lock is an abstract Unix socket: binding one is
 * atomic, and it vanishes with its process, so no stale file can be mistaken for an instance.
 */
export class SingleInstance {
  readonly #node: string;
  readonly #onSecondInstance: SecondInstance;
  #server: Server | undefined;

  /** `node` runs the messenger: `process.execPath` is the app's to see, and names Electron. */
  constructor(node: string, onSecondInstance: SecondInstance) {
    this.#node = node;
    this.#onSecondInstance = onSecondInstance;
  }

  get held(): boolean {
    return this.#server !== undefined;
  }

  /** Takes the lock, or tells its holder about this process and gives false. */
  request(userData: string, additionalData: unknown): boolean {
    if (this.held) return true;
    const name = `electron-standin-${createHash('sha1').update(realpathSync(userData)).digest('hex')}`;
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => (text += part));
      socket.on('error', () => undefined);
      socket.on('end', () => {
        socket.end(ACCEPTED);
        const { argv, cwd, data } = JSON.parse(text) as HandOver;
        this.#onSecondInstance(argv, cwd, data);
      });
    });
    server.on('error', () => undefined);
    // Abstract sockets are bound before listen returns.
    server.listen(`\0${name}`);
    if (server.listening) {
      server.unref();
      this.#server = server;
      return true;
    }
    const message: HandOver = { argv: process.argv, cwd: process.cwd(), data: additionalData };
    const { status } = spawnSync(this.#node, ['-e', MESSENGER, name], {
      env: {},
      input: JSON.stringify(message),
      timeout: 10_000,
    });
    if (status !== 0) console.error('The running instance did not take the hand-over.');
    return false;
  }

  release(): void {
    this.#server?.close();
    this.#server = undefined;
  }
}
