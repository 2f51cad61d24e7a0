import type { Operation } from './operation.ts';
import { BY_CUSTOM_ID } from './shapes/tasks.ts';

/** Files on tasks. */
export const ATTACHMENTS_OPERATIONS: readonly Operation[] = [
  {
    method: 'POST',
    path: '/v2/task/{task_id}/attachment',
    query: { ...BY_CUSTOM_ID },
    form: { attachment: 'anything' },
    status: 200,
    answer: {
      id: 'string',
      version: 'string',
      date: 'number',
      title: 'string',
      extension: 'string',
      mimetype: 'string',
      size: 'number',
      thumbnail_small: 'string',
      thumbnail_large: 'string',
      url: 'string',
    },
    calls: ({ task }) => [
      { path: { task_id: task }, upload: { part: 'attachment', name: 'notes.txt', text: 'Notes' } },
    ],
  },
];
