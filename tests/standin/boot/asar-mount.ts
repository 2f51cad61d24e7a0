import { extractAll } from '@electron/asar';
import { mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** An archive and the folder that holds its files, for the time of this process. */
export class AsarMount {
  /** The archive, in which the app sees its files. */
  readonly archive: string;
  /** Where they lie, what `app.asar.unpacked` holds included. */
  readonly folder: string;

  /** Extracts the archive; the folder goes when the process ends by itself. */
  constructor(archive: string) {
    this.archive = realpathSync(archive);
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'standin-asar-')));
    process.once('exit', () => rmSync(root, { recursive: true, force: true }));
    this.folder = join(root, basename(this.archive));
    extractAll(this.archive, this.folder);
    // A page finds what lies beside the archive by relative addresses.
    const resources = dirname(this.archive);
    for (const name of readdirSync(resources))
      if (name !== basename(this.archive)) symlinkSync(join(resources, name), join(root, name));
  }

  /** Where a path of the archive lies; any other path as it is. */
  toReal(path: string): string {
    return swap(path, this.archive, this.folder);
  }

  /** The reverse of `toReal`. */
  toArchive(path: string): string {
    return swap(path, this.folder, this.archive);
  }

  /** The same for the address of a file; any other address as it is. */
  urlToReal(url: string): string {
    return swapUrl(url, (path) => this.toReal(path));
  }

  urlToArchive(url: string): string {
    return swapUrl(url, (path) => this.toArchive(path));
  }
}

function swap(path: string, from: string, to: string): string {
  return path === from || path.startsWith(from + sep) ? to + path.slice(from.length) : path;
}

function swapUrl(url: string, change: (path: string) => string): string {
  if (!url.startsWith('file:')) return url;
  const { search, hash } = new URL(url);
  const path = fileURLToPath(url);
  const changed = change(path);
  return changed === path ? url : pathToFileURL(changed).href + search + hash;
}
