import { execFileSync } from 'node:child_process';

/** Gives Chromium's version, for instance `156.0.8078.79`; the program is asked once, when needed. */
export function lazyChromiumVersion(program: () => string): () => string {
  let version: string | undefined;
  return () => {
    if (version === undefined) {
      const text = execFileSync(program(), ['--version'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      version = /\d+(\.\d+){3}/.exec(text)?.[0] ?? 'unknown';
    }
    return version;
  };
}
