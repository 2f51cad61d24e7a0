import type { Fields } from '../../shape.ts';
import { PERSON } from './people.ts';

/** A Space or a List, named by what is in it. */
export const PLACE = {
  id: 'string',
  name: 'string',
  access: 'boolean',
} as const satisfies Fields;

/** A Folder, named by what is in it. The one of a folderless List is `hidden`. */
export const FOLDER_PLACE = {
  id: 'string',
  name: 'string',
  hidden: 'boolean',
  access: 'boolean',
} as const satisfies Fields;

/** A status of a Space, a List or a task. */
export const STATUS = {
  id: 'string',
  status: 'string',
  color: 'string',
  orderindex: 'number',
  type: 'string',
} as const satisfies Fields;

/** A priority; `id` and `orderindex` are the same digit. */
export const PRIORITY = {
  id: 'string',
  priority: 'string',
  color: 'string',
  orderindex: 'string',
} as const satisfies Fields;

/** What is turned on in a Space. */
export const FEATURES = {
  due_dates: {
    enabled: 'boolean',
    start_date: 'boolean',
    remap_due_dates: 'boolean',
    remap_closed_due_date: 'boolean',
  },
  time_tracking: {
    enabled: 'boolean',
  },
  tags: {
    enabled: 'boolean',
  },
  time_estimates: {
    enabled: 'boolean',
  },
  checklists: {
    enabled: 'boolean',
  },
  custom_fields: {
    enabled: 'boolean',
  },
  remap_dependencies: {
    enabled: 'boolean',
  },
  dependency_warning: {
    enabled: 'boolean',
  },
  portfolios: {
    enabled: 'boolean',
  },
} as const satisfies Fields;

/** A Space. */
export const SPACE = {
  id: 'string',
  name: 'string',
  color: ['string', 'null'],
  private: 'boolean',
  avatar: ['string', 'null'],
  admin_can_manage: 'boolean',
  archived: 'boolean',
  statuses: [STATUS],
  multiple_assignees: 'boolean',
  features: FEATURES,
} as const satisfies Fields;

/** A List. */
export const LIST = {
  id: 'string',
  name: 'string',
  orderindex: 'number',
  content: 'string',
  status: 'null',
  priority: [PRIORITY, 'null'],
  assignee: [PERSON, 'null'],
  task_count: 'number',
  due_date: ['string', 'null'],
  start_date: ['string', 'null'],
  folder: FOLDER_PLACE,
  space: PLACE,
  archived: 'boolean',
  override_statuses: 'boolean',
  statuses: [STATUS],
  permission_level: 'string',
} as const satisfies Fields;

/** A Folder with its Lists. `task_count` is text here and a number in a List. */
export const FOLDER = {
  id: 'string',
  name: 'string',
  orderindex: 'number',
  override_statuses: 'boolean',
  hidden: 'boolean',
  space: PLACE,
  task_count: 'string',
  archived: 'boolean',
  statuses: ['anything'],
  lists: [LIST],
  permission_level: 'string',
} as const satisfies Fields;
