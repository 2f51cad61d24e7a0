import type { OperationInfo } from '../../contract/operations.ts';
import {
  BY_CUSTOM_ID,
  FLAG,
  TEXT,
  WHOLE,
  idOf,
  jsonBody,
  needed,
  nullable,
  numberOf,
  optional,
} from './fields.ts';

const OF_AN_ITEM = [
  needed('checklist_id', idOf('checklist')),
  needed('checklist_item_id', idOf('checklistItem')),
] as const;

export const createChecklist = {
  id: 'create-checklist',
  method: 'POST',
  path: '/v2/task/{task_id}/checklist',
  title: 'Create checklist',
  about: 'Adds an empty checklist to a task; its items are created one by one afterwards.',
  tag: 'Task Checklists',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID],
  body: jsonBody(needed('name', TEXT)),
} as const satisfies OperationInfo;

export const editChecklist = {
  id: 'edit-checklist',
  method: 'PUT',
  path: '/v2/checklist/{checklist_id}',
  title: 'Edit checklist',
  about: 'Renames a checklist or moves it up or down among those of its task.',
  tag: 'Task Checklists',
  parameters: [needed('checklist_id', idOf('checklist'))],
  body: jsonBody(
    optional('name', TEXT),
    optional('position', WHOLE, 'Place among the checklists of the task; 0 is the top.'),
  ),
} as const satisfies OperationInfo;

export const deleteChecklist = {
  id: 'delete-checklist',
  method: 'DELETE',
  path: '/v2/checklist/{checklist_id}',
  title: 'Delete checklist',
  about: 'Deletes a checklist with every item in it.',
  tag: 'Task Checklists',
  parameters: [needed('checklist_id', idOf('checklist'))],
} as const satisfies OperationInfo;

export const createChecklistItem = {
  id: 'create-checklist-item',
  method: 'POST',
  path: '/v2/checklist/{checklist_id}/checklist_item',
  title: 'Create checklist item',
  about: 'Adds one item to a checklist; the answer holds the whole checklist.',
  tag: 'Task Checklists',
  parameters: [needed('checklist_id', idOf('checklist'))],
  body: jsonBody(
    optional('name', TEXT),
    optional('assignee', numberOf('user'), 'Who is to do it.'),
  ),
} as const satisfies OperationInfo;

export const editChecklistItem = {
  id: 'edit-checklist-item',
  method: 'PUT',
  path: '/v2/checklist/{checklist_id}/checklist_item/{checklist_item_id}',
  title: 'Edit checklist item',
  about: 'Renames, assigns or ticks off an item, or nests it below another of the same checklist.',
  tag: 'Task Checklists',
  parameters: OF_AN_ITEM,
  body: jsonBody(
    optional('name', TEXT),
    nullable(optional('assignee', numberOf('user'), 'Who is to do it; null for nobody.')),
    optional('resolved', FLAG, 'True ticks it off.'),
    nullable(
      optional('parent', idOf('checklistItem'), 'The item it is nested below; null for none.'),
    ),
  ),
} as const satisfies OperationInfo;

export const deleteChecklistItem = {
  id: 'delete-checklist-item',
  method: 'DELETE',
  path: '/v2/checklist/{checklist_id}/checklist_item/{checklist_item_id}',
  title: 'Delete checklist item',
  about: 'Deletes one item of a checklist.',
  tag: 'Task Checklists',
  parameters: OF_AN_ITEM,
} as const satisfies OperationInfo;
