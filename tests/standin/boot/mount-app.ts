import { importThroughAsar } from './asar-modules.ts';
import { readThroughAsar } from './asar-fs.ts';
import { AsarMount } from './asar-mount.ts';

/** Makes an archive's files readable by their paths in it, for this process and until it ends. */
export function mountAsar(archive: string): AsarMount {
  const mount = new AsarMount(archive);
  importThroughAsar(mount);
  readThroughAsar(mount);
  return mount;
}
