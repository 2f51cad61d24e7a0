/**
 * The Chrome DevTools Protocol's types. They ship with playwright-core, whose `exports` do not
 * name them, hence the path.
 */
export type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';
