import {
  ANYTHING,
  FLAG,
  TEXT,
  WHOLE,
  idOf,
  listOf,
  needed,
  nullable,
  objectOf,
  oneOf,
  optional,
} from './fields.ts';

const DIRECTION = oneOf(1, -1);

/** What is told of a view besides its name, type and place. ClickUp asks for all of it each time. */
export const VIEW_FIELDS = [
  needed(
    'grouping',
    objectOf(
      needed('field', oneOf('none', 'status', 'priority', 'assignee', 'tag', 'dueDate')),
      needed('dir', DIRECTION, '1 puts the first or most urgent group on top, -1 the last.'),
      needed('collapsed', listOf(TEXT), 'Groups that are folded.'),
      needed('ignore', FLAG),
    ),
    'How tasks are gathered into groups.',
  ),
  needed(
    'divide',
    objectOf(
      nullable(optional('field', ANYTHING, 'Null divides by nothing.')),
      nullable(optional('dir', ANYTHING)),
      needed('collapsed', listOf(TEXT)),
    ),
    'A second way to gather, around the groups.',
  ),
  needed(
    'sorting',
    objectOf(
      needed(
        'fields',
        listOf(
          objectOf(
            needed('field', TEXT, 'A name such as `dueDate`, or `cf_` and a Custom Field’s id.'),
            needed('dir', DIRECTION),
            needed('idx', WHOLE, 'Its rank among the fields, from 0.'),
          ),
        ),
      ),
    ),
  ),
  needed(
    'filters',
    objectOf(
      needed('op', oneOf('AND', 'OR')),
      needed(
        'fields',
        listOf(
          objectOf(
            needed('field', TEXT, 'A name such as `status`, or `cf_` and a Custom Field’s id.'),
            needed('op', TEXT, 'A comparison, such as `EQ`.'),
            needed('idx', WHOLE, 'Its rank among the filters, from 0.'),
            nullable(optional('determinor', ANYTHING)),
            optional('values', ANYTHING, 'What to compare with; depends on the field.'),
          ),
        ),
      ),
      needed('search', TEXT, 'Empty for no search.'),
      needed('show_closed', FLAG),
    ),
  ),
  needed(
    'columns',
    objectOf(
      needed(
        'fields',
        listOf(
          objectOf(
            needed('field', TEXT, 'A name such as `assignee`, or `cf_` and a Custom Field’s id.'),
            needed('idx', WHOLE, 'Its place from the left, from 0.'),
            optional('width', WHOLE, 'Pixels.'),
            optional('hidden', FLAG),
            nullable(optional('name', TEXT)),
            nullable(optional('display', TEXT)),
          ),
        ),
        'A Custom Field added at the top of the Workspace reaches every task and stays there.',
      ),
    ),
  ),
  needed(
    'team_sidebar',
    objectOf(
      needed('assignees', listOf(idOf('user'))),
      needed('assigned_comments', FLAG),
      needed('unassigned_tasks', FLAG),
    ),
    'Whose tasks are shown.',
  ),
  needed(
    'settings',
    objectOf(
      needed('show_task_locations', FLAG),
      needed(
        'show_subtasks',
        oneOf(1, 2, 3),
        'Subtasks: 1 as tasks of their own, 2 open, 3 folded.',
      ),
      needed('show_subtask_parent_names', FLAG),
      needed('show_closed_subtasks', FLAG),
      needed('show_assignees', FLAG),
      needed('show_images', FLAG),
      nullable(needed('collapse_empty_columns', TEXT)),
      needed('me_comments', FLAG, 'With your comments only.'),
      needed('me_subtasks', FLAG, 'With your subtasks only.'),
      needed('me_checklists', FLAG, 'With your checklist items only.'),
    ),
  ),
] as const;
