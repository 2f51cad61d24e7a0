import { CLIENT } from './client.ts';
import { FIRST_PAINT } from './first-paint.ts';
import { FIRST_SYNC } from './first-sync.ts';
import type { Group, RuntimeName } from './group.ts';
import { launchGroup } from './launch.ts';
import { memoryGroup } from './memory.ts';
import { messageGroup } from './messages.ts';
import { REFRESH } from './refresh.ts';
import { MIXED_LOAD } from './mixed-load.ts';
import { MAIN_SIZES, PAGE_SIZES } from './sizes.ts';

/** Every figure of the bench, by what is measured together, in the order it is measured. */
export const groups = (runtime: RuntimeName): readonly Group[] => [
  MAIN_SIZES,
  PAGE_SIZES,
  launchGroup(runtime),
  FIRST_PAINT,
  CLIENT,
  FIRST_SYNC,
  REFRESH,
  MIXED_LOAD,
  messageGroup(runtime),
  memoryGroup(runtime),
];
