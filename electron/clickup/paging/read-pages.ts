import { assertNever } from '../../contract/errors.ts';
import { readCursorPages } from './cursor-pages.ts';
import { readNumberedPages } from './numbered-pages.ts';
import type { CursorPages, NumberedPages, PagingOptions, PagingOutcome } from './page.ts';
import type { Speculation } from './speculation.ts';

/**
 * Reads a listing to its end, whichever way it is paged, and hands it over as it comes. Says
 * `complete` only after the end was seen; an error or an abort leaves what was delivered before it.
 */
export function readPages<Item>(
  source: NumberedPages<Item> | CursorPages<Item>,
  options: PagingOptions<Item> & { readonly speculation: Speculation },
): Promise<PagingOutcome> {
  switch (source.kind) {
    case 'numbered':
      return readNumberedPages(source, options);
    case 'cursor':
      return readCursorPages(source, options);
    default:
      return assertNever(source);
  }
}
