import type { OperationInfo } from '../../contract/operations.ts';
import { idOf, needed, oneOf } from './fields.ts';

export const getPostSubtypes = {
  id: 'get-post-subtypes',
  method: 'GET',
  path: '/v3/workspaces/{workspace_id}/comments/types/{comment_type}/subtypes',
  title: 'Get post subtypes',
  about:
    'Lists the kinds of posts, such as Announcement; each Workspace has ids of its own for them.',
  tag: 'Chat (Experimental)',
  parameters: [
    needed('workspace_id', idOf('workspace')),
    needed(
      'comment_type',
      oneOf('post', 'ai', 'syncup', 'ai_via_brain'),
      '`post` for posts in Chat.',
    ),
  ],
} as const satisfies OperationInfo;
