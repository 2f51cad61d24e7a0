import { ok, type Result } from '../../contract/errors.ts';
import type { NumberedPages, PageItems, UnknownPage } from './page.ts';
import type { Seam } from './seams.ts';

/** What a seam held. */
export type Mended<Item> = Result<(PageItems<Item> & { readonly isProved: boolean }) | UnknownPage>;

/**
 * Reads what was created in a seam's span, both ends included: usually the two items at its ends, and
 * whatever slipped between them. Gives the first error. `onRequest` is called for each request.
 * Not proved is a seam in which a whole page was created within one millisecond: there is no telling
 * where such a page ended.
 */
export async function readSeam<Item>(
  source: NumberedPages<Item>,
  { from, to }: Seam,
  signal: AbortSignal,
  onRequest: () => void,
): Promise<Mended<Item>> {
  const items: Item[] = [];
  const unreadable: unknown[] = [];
  let position = { page: 0, from, to };
  let isProved = true;
  for (;;) {
    onRequest();
    const page = await source.read(position, signal);
    if (!page.ok) return page;
    if (page.value.kind === 'unknown') return ok(page.value);
    items.push(...page.value.items);
    unreadable.push(...page.value.unreadable);
    const count = page.value.items.length + page.value.unreadable.length;
    if (page.value.isLast === true || count < source.pageSize) {
      return ok({ kind: 'items', items, unreadable, isProved });
    }
    const last = page.value.items.at(-1);
    const newest = last === undefined ? null : source.createdAt(last);
    const isAhead = newest !== null && newest > position.from;
    isProved &&= isAhead;
    position = isAhead ? { page: 0, from: newest, to } : { ...position, page: position.page + 1 };
  }
}

/** Does some work for each of many inputs, so many at a time, and ends early once it answers false. */
export async function eachOf<Input>(
  inputs: readonly Input[],
  atATime: number,
  work: (input: Input) => Promise<boolean>,
): Promise<void> {
  let next = 0;
  let goesOn = true;
  const worker = async (): Promise<void> => {
    while (goesOn) {
      const input = inputs[next];
      next += 1;
      if (input === undefined) return;
      if (!(await work(input))) goesOn = false;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, inputs.length) }, worker));
}
