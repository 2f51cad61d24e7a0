import type { OperationInfo } from '../../contract/operations.ts';
import { BY_CUSTOM_ID, fileBody, idOf, needed } from './fields.ts';

export const createTaskAttachment = {
  id: 'create-task-attachment',
  method: 'POST',
  path: '/v2/task/{task_id}/attachment',
  title: 'Create task attachment',
  about:
    'Uploads one file to a task; a file that lies in a cloud drive cannot be attached this way.',
  tag: 'Attachments',
  parameters: [needed('task_id', idOf('task')), ...BY_CUSTOM_ID],
  body: fileBody('attachment'),
} as const satisfies OperationInfo;
