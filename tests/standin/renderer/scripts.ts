import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { createCodec } from '../codec/codec.ts';
import { createBridge } from './bridge.ts';
import { runIsolatedWorld, type RendererInfo } from './isolated-world.ts';
import { createPageBase64 } from './page-base64.ts';

/** The world a preload runs in; Electron gives it this name too. */
export const ISOLATED_WORLD = 'Electron Isolated Context';

/** The scripts of one window; they run before a page's own. */
export interface PageScripts {
  readonly mainWorld: string;
  readonly isolatedWorld: string;
  /** Whether the preload may wait for an answer, which the page has to be prepared for. */
  readonly asksSynchronously: boolean;
}

const PRELOAD_PARAMETERS =
  'require, module, exports, process, global, setImmediate, clearImmediate';

const inMainFrame = (body: string): string => `if (window === window.top) {\n${body}\n}`;
const inEveryFrame = (body: string): string => `{\n${body}\n}`;

/** A Script that is only compiled, never run, reports its syntax errors by throwing. */
const assertParses = (source: string, filename: string): Script => new Script(source, { filename });

/**
 * Builds the scripts around a preload file. Throws when the file cannot be read or parsed, so
 * that a preload with a syntax error is told from a page without a bridge.
 */
export function createPageScripts(
  preload: string,
  info: RendererInfo,
  inSubFrames: boolean,
): PageScripts {
  const source = readFileSync(preload, 'utf8');
  const wrapped = `(function (${PRELOAD_PARAMETERS}) {${source}\n})`;
  assertParses(wrapped, preload);
  const secret = randomBytes(12).toString('hex');
  const names = { page: `page-${secret}`, preload: `preload-${secret}` };
  const bridge = (inbound: string, outbound: string): string =>
    `(${createBridge})(createCodec, base64, ${JSON.stringify({ inbound, outbound })})`;
  const common = `const createCodec = ${createCodec};\nconst base64 = (${createPageBase64})();`;
  const framed = inSubFrames ? inEveryFrame : inMainFrame;
  return {
    asksSynchronously: source.includes('sendSync'),
    mainWorld: framed(`${common}\n${bridge(names.page, names.preload)};`),
    isolatedWorld: framed(
      `${common}\nconst bridge = ${bridge(names.preload, names.page)};\n` +
        `(${runIsolatedWorld})(createCodec, base64, bridge, ${JSON.stringify(info)}, ${wrapped});`,
    ),
  };
}
