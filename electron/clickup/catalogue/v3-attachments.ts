import type { OperationInfo } from '../../contract/operations.ts';
import { BY_CURSOR, TEXT, fileBody, idOf, needed, oneOf, optional } from './fields.ts';

const OWNER = [
  needed('workspace_id', idOf('workspace')),
  needed(
    'entity_type',
    oneOf('attachments', 'custom_fields'),
    '`attachments` where a task has them, `custom_fields` for a field that holds files.',
  ),
  needed('entity_id', TEXT, 'Which task, or which Custom Field.'),
] as const;

export const getAttachments = {
  id: 'get-attachments',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/{entity_type}/{entity_id}/attachments',
  title: 'Get attachments',
  about: 'Lists the files on a task or in a Custom Field, page by page.',
  tag: 'Attachments',
  parameters: [...OWNER, ...BY_CURSOR],
} as const satisfies OperationInfo;

export const createAttachment = {
  id: 'create-attachment',
  method: 'POST',
  path: '/v3/workspaces/{workspace_id}/{entity_type}/{entity_id}/attachments',
  title: 'Create attachment',
  about: 'Uploads a file to a task or a Custom Field; a field shows it only once its value is set.',
  tag: 'Attachments',
  parameters: OWNER,
  body: fileBody('attachment', optional('filename', TEXT, 'Another name for the file.')),
} as const satisfies OperationInfo;
