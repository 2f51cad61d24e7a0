import type { OperationInfo } from '../../contract/operations.ts';
import {
  FLAG,
  TEXT,
  TIME,
  WHOLE,
  idOf,
  jsonBody,
  listOf,
  needed,
  numberOf,
  oneOf,
  optional,
} from './fields.ts';

const PEOPLE = listOf(numberOf('user'));
const COLOUR = 'Such as `#32a852`.';

export const getGoals = {
  id: 'get-goals',
  method: 'GET',
  path: '/v2/team/{team_id}/goal',
  title: 'Get goals',
  about: 'Lists the goals of a Workspace that you can see, and the folders they lie in.',
  tag: 'Goals',
  parameters: [
    needed('team_id', idOf('workspace')),
    optional('include_completed', FLAG, 'Adds the goals that are reached.'),
  ],
} as const satisfies OperationInfo;

export const createGoal = {
  id: 'create-goal',
  method: 'POST',
  path: '/v2/team/{team_id}/goal',
  title: 'Create goal',
  about: 'Makes a goal without targets; they are added one by one as key results.',
  tag: 'Goals',
  parameters: [needed('team_id', idOf('workspace'))],
  body: jsonBody(
    needed('name', TEXT),
    needed('due_date', TIME),
    needed('description', TEXT),
    needed('multiple_owners', FLAG, 'True lets it have more than one owner.'),
    needed('owners', PEOPLE),
    needed('color', TEXT, COLOUR),
  ),
} as const satisfies OperationInfo;

export const getGoal = {
  id: 'get-goal',
  method: 'GET',
  path: '/v2/goal/{goal_id}',
  title: 'Get goal',
  about: 'Reads one goal with its key results and how far each has come.',
  tag: 'Goals',
  parameters: [needed('goal_id', idOf('goal'))],
} as const satisfies OperationInfo;

export const updateGoal = {
  id: 'update-goal',
  method: 'PUT',
  path: '/v2/goal/{goal_id}',
  title: 'Update goal',
  about: 'Renames a goal, moves its due date, or changes its description, owners and colour.',
  tag: 'Goals',
  parameters: [needed('goal_id', idOf('goal'))],
  body: jsonBody(
    optional('name', TEXT),
    optional('due_date', TIME),
    optional('description', TEXT, 'Takes the place of the old one.'),
    optional('rem_owners', PEOPLE, 'Who stops being an owner.'),
    optional('add_owners', PEOPLE, 'Who becomes an owner.'),
    optional('color', TEXT, COLOUR),
  ),
} as const satisfies OperationInfo;

export const deleteGoal = {
  id: 'delete-goal',
  method: 'DELETE',
  path: '/v2/goal/{goal_id}',
  title: 'Delete goal',
  about: 'Deletes a goal with all its key results.',
  tag: 'Goals',
  parameters: [needed('goal_id', idOf('goal'))],
} as const satisfies OperationInfo;

export const createKeyResult = {
  id: 'create-key-result',
  method: 'POST',
  path: '/v2/goal/{goal_id}/key_result',
  title: 'Create key result',
  about: 'Adds a target to a goal: a figure to reach, or tasks and Lists to finish.',
  tag: 'Goals',
  parameters: [needed('goal_id', idOf('goal'))],
  body: jsonBody(
    needed('name', TEXT),
    needed('owners', PEOPLE),
    needed(
      'type',
      oneOf('number', 'currency', 'boolean', 'percentage', 'automatic'),
      '`automatic` follows the tasks and Lists named below.',
    ),
    needed('steps_start', WHOLE, 'The figure it begins at.'),
    needed('steps_end', WHOLE, 'The figure to reach.'),
    needed('unit', TEXT, 'What is counted, such as `km`.'),
    needed('task_ids', listOf(idOf('task')), 'Tasks that count towards it; may be empty.'),
    needed('list_ids', listOf(idOf('list')), 'Lists that count towards it; may be empty.'),
  ),
} as const satisfies OperationInfo;

export const editKeyResult = {
  id: 'edit-key-result',
  method: 'PUT',
  path: '/v2/key_result/{key_result_id}',
  title: 'Edit key result',
  about: 'Reports how far a target has come; the fields it was created with can be sent here too.',
  tag: 'Goals',
  parameters: [needed('key_result_id', idOf('keyResult'))],
  body: jsonBody(
    needed('steps_current', WHOLE, 'The figure reached so far, not what was added.'),
    optional('note', TEXT, 'What is written beside the change.'),
  ),
} as const satisfies OperationInfo;

export const deleteKeyResult = {
  id: 'delete-key-result',
  method: 'DELETE',
  path: '/v2/key_result/{key_result_id}',
  title: 'Delete key result',
  about: 'Deletes one target of a goal.',
  tag: 'Goals',
  parameters: [needed('key_result_id', idOf('keyResult'))],
} as const satisfies OperationInfo;
