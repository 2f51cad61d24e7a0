import { pathToFileURL } from 'node:url';

export interface FileOptions {
  readonly query?: Record<string, string>;
  readonly search?: string;
  readonly hash?: string;
}

/** The address of a file, with what `loadFile` was told to put behind it. */
export function fileAddress(path: string, { query = {}, search, hash }: FileOptions): string {
  const url = pathToFileURL(path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  if (search !== undefined) url.search = search;
  if (hash !== undefined) url.hash = hash;
  return url.href;
}
