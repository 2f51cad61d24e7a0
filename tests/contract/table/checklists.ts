import type { Operation } from './operation.ts';
import { BY_CUSTOM_ID, CHECKLIST } from './shapes/tasks.ts';

/** Checklists and their items. */
export const CHECKLISTS_OPERATIONS: readonly Operation[] = [
  {
    method: 'POST',
    path: '/v2/task/{task_id}/checklist',
    query: { ...BY_CUSTOM_ID },
    body: {
      name: 'string',
    },
    status: 200,
    answer: {
      checklist: CHECKLIST,
    },
    calls: ({ task }) => [{ path: { task_id: task }, body: { name: 'Sample checklist' } }],
  },
  {
    method: 'PUT',
    path: '/v2/checklist/{checklist_id}',
    body: {
      'name?': 'string',
      'position?': 'number',
    },
    status: 200,
    answer: {},
    calls: ({ checklist }) => [
      { path: { checklist_id: checklist }, body: { name: 'Renamed checklist', position: 0 } },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/checklist/{checklist_id}',
    status: 200,
    answer: {},
    calls: ({ checklist }) => [{ path: { checklist_id: checklist } }],
  },
  {
    method: 'POST',
    path: '/v2/checklist/{checklist_id}/checklist_item',
    body: {
      'name?': 'string',
      'assignee?': 'number',
    },
    status: 200,
    answer: {
      checklist: CHECKLIST,
    },
    calls: ({ checklist, user }) => [
      { path: { checklist_id: checklist }, body: { name: 'Sample item', assignee: user } },
    ],
  },
  {
    method: 'PUT',
    path: '/v2/checklist/{checklist_id}/checklist_item/{checklist_item_id}',
    body: {
      'name?': 'string',
      'assignee?': ['number', 'null'],
      'resolved?': 'boolean',
      'parent?': ['string', 'null'],
    },
    status: 200,
    answer: {
      checklist: CHECKLIST,
    },
    calls: ({ checklist, checklistItem, user }) => [
      {
        path: { checklist_id: checklist, checklist_item_id: checklistItem },
        body: { name: 'Renamed item', assignee: user, resolved: true },
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/checklist/{checklist_id}/checklist_item/{checklist_item_id}',
    status: 200,
    answer: {},
    calls: ({ checklist, checklistItem }) => [
      { path: { checklist_id: checklist, checklist_item_id: checklistItem } },
    ],
  },
];
