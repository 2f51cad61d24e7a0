import type { Fields } from '../../shape.ts';
import { PERSON } from './people.ts';
import { FOLDER_PLACE, PLACE, PRIORITY, STATUS } from './places.ts';

/** A tag, or the label of a time entry. */
export const TAG = {
  name: 'string',
  tag_fg: 'string',
  tag_bg: 'string',
  creator: 'number',
} as const satisfies Fields;

/** An option of a drop-down (`name`) or of labels (`label`). */
export const FIELD_OPTION = {
  id: 'string',
  'name?': 'string',
  color: 'string',
  'orderindex?': 'number',
  'label?': 'string',
} as const satisfies Fields;

/** A Custom Field. What `type_config` holds depends on the type. */
export const FIELD = {
  id: 'string',
  name: 'string',
  type: 'string',
  type_config: {
    'precision?': 'number',
    'default?': ['string', 'null'],
    'currency_type?': 'string',
    'sorting?': 'string',
    'new_drop_down?': 'boolean',
    'options?': [FIELD_OPTION],
    'single_user?': 'boolean',
    'include_guests?': 'boolean',
    'include_team_members?': 'boolean',
  },
  date_created: 'string',
  hide_from_guests: 'boolean',
  required: 'boolean',
} as const satisfies Fields;

/** An item of a checklist. */
export const CHECKLIST_ITEM = {
  id: 'string',
  name: 'string',
  orderindex: 'number',
  assignee: [PERSON, 'null'],
  resolved: 'boolean',
  parent: ['string', 'null'],
  date_created: 'string',
  children: ['anything'],
} as const satisfies Fields;

/** A checklist. */
export const CHECKLIST = {
  id: 'string',
  task_id: 'string',
  name: 'string',
  date_created: 'string',
  orderindex: 'number',
  creator: 'number',
  resolved: 'number',
  unresolved: 'number',
  items: [CHECKLIST_ITEM],
} as const satisfies Fields;

/** One task waits for another. */
export const DEPENDENCY = {
  task_id: 'string',
  depends_on: 'string',
  type: 'number',
  date_created: 'string',
  userid: 'string',
  workspace_id: 'string',
  chain_id: 'null',
} as const satisfies Fields;

/** Two tasks belong together. */
export const TASK_LINK = {
  task_id: 'string',
  link_id: 'string',
  date_created: 'string',
  userid: 'string',
  workspace_id: 'string',
} as const satisfies Fields;

/** A task. Its times are Unix milliseconds as text, its durations milliseconds as numbers. */
export const TASK = {
  id: 'string',
  custom_id: ['string', 'null'],
  custom_item_id: 'number',
  name: 'string',
  text_content: ['string', 'null'],
  description: ['string', 'null'],
  status: STATUS,
  orderindex: 'string',
  date_created: 'string',
  date_updated: 'string',
  date_closed: ['string', 'null'],
  date_done: ['string', 'null'],
  archived: 'boolean',
  creator: PERSON,
  assignees: [PERSON],
  group_assignees: ['anything'],
  watchers: [PERSON],
  checklists: [CHECKLIST],
  tags: [TAG],
  parent: ['string', 'null'],
  top_level_parent: ['string', 'null'],
  priority: [PRIORITY, 'null'],
  due_date: ['string', 'null'],
  start_date: ['string', 'null'],
  points: ['number', 'null'],
  time_estimate: ['number', 'null'],
  custom_fields: [
    {
      ...FIELD,
      'value?': ['string', 'number', [['string', PERSON]]],
    },
  ],
  dependencies: [DEPENDENCY],
  linked_tasks: [TASK_LINK],
  locations: ['anything'],
  team_id: 'string',
  url: 'string',
  sharing: {
    public: 'boolean',
    public_share_expires_on: ['string', 'null'],
    public_fields: ['anything'],
    token: ['string', 'null'],
    seo_optimized: 'boolean',
  },
  permission_level: 'string',
  list: PLACE,
  project: FOLDER_PLACE,
  folder: FOLDER_PLACE,
  space: {
    id: 'string',
  },
} as const satisfies Fields;

/** Lets the path name a task by its custom id. */
export const BY_CUSTOM_ID = {
  'custom_task_ids?': 'boolean',
  'team_id?': 'string',
} as const satisfies Fields;
