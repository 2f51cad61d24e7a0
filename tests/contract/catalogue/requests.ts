import * as fc from 'fast-check';
import { buildTarget } from '../../../electron/clickup/target.ts';
import type { OperationInfo } from '../../../electron/contract/operations.ts';
import type { Parameters } from '../../../electron/contract/requests.ts';
import { type OpenValues, parametersOf, valuesOf } from './arbitraries.ts';

/** Nothing is sent there; the origin of ClickUp's API by name only. */
const ORIGIN = 'https://api.clickup.com';

/**
 * Requests for an operation as Perch builds them: its own target from arbitrary parameters, and a body
 * of the operation's shape. Throws where no target can be built from what the catalogue allows.
 */
export const requestsFor = (
  operation: OperationInfo,
  open: OpenValues,
): fc.Arbitrary<() => Request> =>
  fc.tuple(parametersOf(operation), bodiesOf(operation, open)).map(
    ([parameters, body]) =>
      () =>
        build(operation, parameters, body),
  );

/** JSON, a form, or undefined for no body. */
function bodiesOf(
  { body }: OperationInfo,
  open: OpenValues,
): fc.Arbitrary<FormData | string | undefined> {
  switch (body?.kind) {
    case undefined:
      return fc.constant(undefined);
    case 'json':
      return valuesOf(body.shape, open).map((value) => JSON.stringify(value));
    case 'file': {
      const fields = { type: 'object', fields: body.fields } as const;
      return valuesOf(fields, open).map((values) => {
        const form = new FormData();
        form.append(body.field, new Blob(['Sample text']), 'sample.txt');
        for (const [name, value] of Object.entries(values as object))
          form.append(name, String(value));
        return form;
      });
    }
  }
}

function build(
  operation: OperationInfo,
  parameters: Parameters,
  body: FormData | string | undefined,
): Request {
  const target = buildTarget(operation, parameters);
  if (!target.ok) throw new Error(`No target: ${JSON.stringify(target.error)}`);
  return new Request(ORIGIN + target.value, {
    method: operation.method,
    ...(body === undefined ? {} : { body }),
    ...(typeof body === 'string' ? { headers: { 'Content-Type': 'application/json' } } : {}),
  });
}
