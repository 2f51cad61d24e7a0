/** How many numbered pages may be asked for before it is known that they exist. */
export interface Speculation {
  /** At the start, when nothing is known. */
  readonly first: number;
  /** At most, reached by doubling with each whole page. */
  readonly most: number;
}

/** ClickUp's smallest limit; a request more than needed counts here. */
const SCARCE = 100;

/**
 * What a limit (requests a minute; null where unknown) leaves for pages that may not exist. With 100 a
 * minute there is none: pages are read one after the other, each from where the last one ended. With
 * more, five are asked for at once and soon sixteen.
 *
 * The most that is wasted: four requests for a listing of one page, fifteen for a long one, each
 * answered with an empty list.
 */
export const speculationFor = (limit: number | null): Speculation =>
  limit === null || limit <= SCARCE ? { first: 1, most: 1 } : { first: 5, most: 16 };
