import { GOALS_REQUESTS } from './requests/goals.ts';
import { GUESTS_REQUESTS } from './requests/guests.ts';
import { PEOPLE_REQUESTS } from './requests/people.ts';
import { TASKS_REQUESTS } from './requests/tasks.ts';
import { TEMPLATES_REQUESTS } from './requests/templates.ts';
import { TIME_REQUESTS } from './requests/time.ts';
import { V3_REQUESTS } from './requests/v3.ts';
import { VIEWS_REQUESTS } from './requests/views.ts';
import type { RequestFacts } from './operation.ts';
import { OPERATIONS } from './table.ts';

/**
 * Every operation of ClickUp's API but the token exchange, as far as requests go. Those the mock server
 * models stand in the table with their answers; all others only here.
 */
export const REQUESTS: readonly RequestFacts[] = [
  ...OPERATIONS,
  ...GOALS_REQUESTS,
  ...GUESTS_REQUESTS,
  ...PEOPLE_REQUESTS,
  ...TASKS_REQUESTS,
  ...TEMPLATES_REQUESTS,
  ...TIME_REQUESTS,
  ...V3_REQUESTS,
  ...VIEWS_REQUESTS,
];
