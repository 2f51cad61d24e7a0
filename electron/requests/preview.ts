import type { Endpoint } from '../clickup/endpoint.ts';
import { buildTarget, resolveTarget } from '../clickup/target.ts';
import { fail, ok, type Result } from '../contract/errors.ts';
import type { OperationInfo } from '../contract/operations.ts';
import type { Parameters, RequestPreview } from '../contract/requests.ts';

/**
 * The address that a request would go to, built as sending builds it. No token is read. `invalid`
 * where sending would refuse.
 */
export function previewRequest(
  endpoint: Endpoint,
  operation: OperationInfo | undefined,
  parameters: Parameters,
): Result<RequestPreview> {
  const refused = (field: string, reason: string) =>
    fail({ kind: 'invalid', field, reason, said: null });
  if (operation === undefined) return refused('operationId', 'No such operation.');
  const target = buildTarget(operation, parameters);
  if (!target.ok) return target;
  const url = resolveTarget(endpoint, target.value);
  if (url === null) return refused('', 'This address leaves ClickUp’s API.');
  return ok({ method: operation.method, url: url.href });
}
