import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';

type SecondInstance = (argv: string[], cwd: string, additionalData: unknown) => void;

/** What the starting instance tells about itself. */
interface HandOver {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** Structured clone in base64, or null when nothing was given. */
  readonly data: string | null;
}

const ACCEPTED = 'accepted';

/** What Electron drops without a word (`process_singleton_posix`). */
const LARGEST_BYTES = 32 * 1024 * 1024;

/** How long Chromium waits for an instance that holds the lock and does not answer. */
const PATIENCE_MS = 20_000;

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
 * The order in which Chromium hands a command line over: switches before everything else, and one
 * more that Electron itself appends. Apps that count positions break on it, as on Electron.
 */
export function reorder(argv: readonly string[]): readonly string[] {
  const [program = '', ...rest] = argv;
  const end = rest.indexOf('--');
  const early = end < 0 ? rest : rest.slice(0, end);
  const isSwitch = (arg: string): boolean => /^--?[^-]/.test(arg);
  return [
    program,
    ...early.filter(isSwitch),
    '--allow-file-access-from-files',
    ...early.filter((arg) => !isSwitch(arg)),
    ...(end < 0 ? [] : rest.slice(end)),
  ];
}

export interface SingleInstanceHost {
  /** The Node that runs the messenger: `process.execPath` is the app's to see, and names Electron. */
  readonly node: string;
  /** Called for each later instance, at once; the host sees to it that `ready` comes first. */
  readonly onSecondInstance: SecondInstance;
}

/**
 * One instance for each userData folder. The lock is an abstract Unix socket: binding one is
 * atomic, and it vanishes with its process, so no stale file can be mistaken for an instance.
 */
export class SingleInstance {
  readonly #host: SingleInstanceHost;
  #server: Server | undefined;

  constructor(host: SingleInstanceHost) {
    this.#host = host;
  }

  get held(): boolean {
    return this.#server !== undefined;
  }

  /**
   * Takes the lock, or tells its holder about this process and gives false.
   * Throws when `additionalData` cannot be cloned. A holder that ends before it has read the message
   * leaves the lock to this process, so no message is lost.
   */
  request(userData: string, additionalData: unknown): boolean {
    if (this.held) return true;
    const name = `electron-standin-${createHash('sha1').update(realpathSync(userData)).digest('hex')}`;
    const message: HandOver = {
      argv: reorder(process.argv),
      cwd: process.cwd(),
      data: additionalData === undefined ? null : clone(additionalData),
    };
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      if (this.#take(name)) return true;
      const { status } = spawnSync(this.#host.node, ['-e', MESSENGER, name], {
        env: {},
        input: JSON.stringify(message),
        timeout: PATIENCE_MS,
      });
      if (status === 0) return false;
    }
    console.error('The running instance did not take the hand-over.');
    return false;
  }

  release(): void {
    this.#server?.close();
    this.#server = undefined;
  }

  #take(name: string): boolean {
    const server = createServer({ allowHalfOpen: true }, (socket) =>
      this.#receive(socket, () => this.#server === server),
    );
    server.on('error', () => undefined);
    // Abstract sockets are bound before listen returns.
    server.listen(`\0${name}`);
    if (!server.listening) return false;
    server.unref();
    this.#server = server;
    return true;
  }

  #receive(socket: Socket, holdsLock: () => boolean): void {
    const chunks: Buffer[] = [];
    let size = 0;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      size += chunk.length;
      if (size <= LARGEST_BYTES) chunks.push(chunk);
    });
    socket.on('end', () => {
      // Whoever asks an instance that has let go tries for the lock itself.
      if (!holdsLock()) return void socket.destroy();
      socket.end(ACCEPTED);
      if (size > LARGEST_BYTES) return;
      const { argv, cwd, data } = JSON.parse(Buffer.concat(chunks).toString()) as HandOver;
      const given: unknown = data === null ? null : deserialize(Buffer.from(data, 'base64'));
      this.#host.onSecondInstance([...argv], cwd, given);
    });
  }
}

function clone(value: unknown): string {
  try {
    return serialize(value).toString('base64');
  } catch (error) {
    throw new Error('An object could not be cloned.', { cause: error });
  }
}
