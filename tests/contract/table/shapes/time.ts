import type { Fields } from '../../shape.ts';
import { PERSON } from './people.ts';
import { STATUS } from './places.ts';
import { TAG } from './tasks.ts';

/** The task of a time entry. */
export const TIMED_TASK = {
  id: 'string',
  custom_id: ['string', 'null'],
  name: 'string',
  status: STATUS,
  custom_type: 'null',
} as const satisfies Fields;

/** What all answers about time entries have. Their times differ in type, by operation. */
export const TIME_ENTRY = {
  id: 'string',
  task: TIMED_TASK,
  wid: 'string',
  user: PERSON,
  billable: 'boolean',
  description: 'string',
  tags: [TAG],
  source: 'string',
} as const satisfies Fields;
