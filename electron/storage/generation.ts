import { readFileSync } from 'node:fs';
import { errorCode } from './disk.ts';

/** What a file of a store holds. */
export type Generation<Document> =
  | { readonly kind: 'missing' }
  | { readonly kind: 'good'; readonly document: Document }
  | { readonly kind: 'newer'; readonly version: number }
  /** There is something, and it is no document. */
  | { readonly kind: 'damaged' }
  /** The system does not let it be read now, which says nothing about what it holds. */
  | { readonly kind: 'locked' };

/** How a document of a store is read. */
export interface Format<Document> {
  /** Version of the format; a file of a later one is left alone. */
  readonly version: number;
  /** Reads a document from parsed JSON; null where it is not one. */
  readonly parse: (value: unknown) => Document | null;
}

/** Reads one file of a store. Never throws. */
export function readGeneration<Document>(
  file: string,
  { version: known, parse }: Format<Document>,
): Generation<Document> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (failure) {
    const code = errorCode(failure);
    if (code === 'ENOENT') return { kind: 'missing' };
    return { kind: code === 'EISDIR' ? 'damaged' : 'locked' };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return { kind: 'damaged' };
    const version: unknown = 'version' in value ? value.version : undefined;
    if (typeof version !== 'number') return { kind: 'damaged' };
    if (version > known) return { kind: 'newer', version };
    const document = parse('document' in value ? value.document : undefined);
    return document === null ? { kind: 'damaged' } : { kind: 'good', document };
  } catch {
    return { kind: 'damaged' };
  }
}
