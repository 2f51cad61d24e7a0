import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AsarMount } from './asar-mount.ts';

/** What reads. The rest meets the archive as the file it is and fails, as on Electron. */
const READERS =
  'access cp copyFile exists lstat open opendir readFile readdir readlink realpath stat statfs';
const ONLY_PLAIN = ['createReadStream', 'openAsBlob'];

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Lets `fs` read an archive's files by their paths in the archive, as Electron's own does: its
 * callbacks, its synchronous functions and its promises. A file opened for writing is not translated.
 */
export function readThroughAsar(mount: AsarMount): void {
  const patch = (target: object, name: string): void => {
    const original: unknown = Reflect.get(target, name);
    if (typeof original !== 'function') return;
    Reflect.set(target, name, wrap(original as AnyFunction, name, mount));
  };
  for (const name of READERS.split(' ')) {
    patch(fs, name);
    patch(fs, `${name}Sync`);
    patch(fs.promises, name);
  }
  for (const name of ONLY_PLAIN) patch(fs, name);
  syncBuiltinESMExports();
}

function wrap(original: AnyFunction, name: string, mount: AsarMount): AnyFunction {
  const call: AnyFunction = function (path, ...rest) {
    const given = textOf(path);
    const real = given === undefined || isForWriting(name, rest[0]) ? given : mount.toReal(given);
    if (given === undefined || real === given) return original.call(this, path, ...rest);
    const last = rest.at(-1);
    if (typeof last === 'function') {
      const answer = (error: unknown, result: unknown): unknown =>
        (last as AnyFunction)(error, asInArchive(result, mount));
      // `exists` gives its answer as the only argument.
      const callback = name === 'exists' ? last : answer;
      return original.call(this, real, ...rest.slice(0, -1), callback);
    }
    const result = original.call(this, real, ...rest);
    return result instanceof Promise
      ? result.then((value: unknown) => asInArchive(value, mount))
      : asInArchive(result, mount);
  };
  // `realpath.native` and the like stay reachable.
  return Object.assign(call, original);
}

const textOf = (path: unknown): string | undefined => {
  if (typeof path === 'string') return path;
  if (path instanceof URL && path.protocol === 'file:') return fileURLToPath(path);
  return Buffer.isBuffer(path) ? path.toString() : undefined;
};

const isForWriting = (name: string, flags: unknown): boolean =>
  name.startsWith('open') &&
  (typeof flags === 'string'
    ? flags !== 'r' && flags !== 'rs'
    : typeof flags === 'number' && (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0);

/** Where an answer holds a path: the result of `realpath`, the entries of a folder. */
function asInArchive(result: unknown, mount: AsarMount): unknown {
  if (typeof result === 'string') return mount.toArchive(result);
  if (Array.isArray(result))
    for (const entry of result as unknown[])
      if (entry instanceof fs.Dirent)
        Object.assign(entry, { parentPath: mount.toArchive(entry.parentPath) });
  return result;
}
