import type { OperationInfo } from '../../contract/operations.ts';

export const getAuthorizedUser = {
  id: 'get-authorized-user',
  method: 'GET',
  path: '/v2/user',
  title: 'Get authorized user',
  about: 'Reads whose token this is: name, email, colour, time zone and first day of the week.',
  tag: 'Authorization',
  parameters: [],
} as const satisfies OperationInfo;
