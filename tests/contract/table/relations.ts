import type { Operation } from './operation.ts';
import { BY_CUSTOM_ID, TASK } from './shapes/tasks.ts';

/** Dependencies and links between tasks. */
export const RELATIONS_OPERATIONS: readonly Operation[] = [
  {
    method: 'POST',
    path: '/v2/task/{task_id}/dependency',
    query: { ...BY_CUSTOM_ID },
    body: {
      'depends_on?': 'string',
      'dependency_of?': 'string',
    },
    status: 200,
    answer: {},
    calls: ({ task, otherTask }) => [{ path: { task_id: task }, body: { depends_on: otherTask } }],
  },
  {
    method: 'DELETE',
    path: '/v2/task/{task_id}/dependency',
    query: { 'depends_on?': 'string', 'dependency_of?': 'string', ...BY_CUSTOM_ID },
    status: 200,
    answer: {},
    calls: ({ task, otherTask }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/task/{task_id}/dependency',
            path: { task_id: task },
            body: { depends_on: otherTask },
          },
        ],
        path: { task_id: task },
        query: { depends_on: otherTask },
      },
    ],
  },
  {
    method: 'POST',
    path: '/v2/task/{task_id}/link/{links_to}',
    query: { ...BY_CUSTOM_ID },
    status: 200,
    answer: {
      task: TASK,
    },
    calls: ({ task, otherTask }) => [{ path: { task_id: task, links_to: otherTask } }],
  },
  {
    method: 'DELETE',
    path: '/v2/task/{task_id}/link/{links_to}',
    query: { ...BY_CUSTOM_ID },
    status: 200,
    answer: {
      task: TASK,
    },
    calls: ({ task, otherTask }) => [
      {
        after: [
          {
            method: 'POST',
            to: '/v2/task/{task_id}/link/{links_to}',
            path: { task_id: task, links_to: otherTask },
          },
        ],
        path: { task_id: task, links_to: otherTask },
      },
    ],
  },
];
