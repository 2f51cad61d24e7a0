import type { OperationInfo } from '../../contract/operations.ts';
import { idOf, needed } from './fields.ts';

export const getAuthorizedWorkspaces = {
  id: 'get-authorized-workspaces',
  method: 'GET',
  path: '/v2/team',
  title: 'Get authorized Workspaces',
  about:
    'Lists the Workspaces this token may enter, each with its members; one that was not authorised is missing.',
  tag: 'Workspaces',
  parameters: [],
} as const satisfies OperationInfo;

export const getWorkspaceSeats = {
  id: 'get-workspace-seats',
  method: 'GET',
  path: '/v2/team/{team_id}/seats',
  title: 'Get Workspace seats',
  about: 'Counts the seats of members and of guests: how many there are, are taken and are left.',
  tag: 'Workspaces',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;

export const getWorkspacePlan = {
  id: 'get-workspace-plan',
  method: 'GET',
  path: '/v2/team/{team_id}/plan',
  title: 'Get Workspace plan',
  about: 'Reads the plan of a Workspace, on which the number of requests a minute depends.',
  tag: 'Workspaces',
  parameters: [needed('team_id', idOf('workspace'))],
} as const satisfies OperationInfo;
