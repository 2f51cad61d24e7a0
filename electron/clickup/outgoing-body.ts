import { fail, ok, type Result } from '../contract/errors.ts';
import type { Parameters } from '../contract/requests.ts';

/**
 * What travels below the headers. JSON is given as text, so that a person's own numbers stay as they
 * were typed; a file goes as multipart, in the field that its operation names, with `fields` beside it.
 */
export type OutgoingBody =
  | { readonly kind: 'json'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly field: string;
      /** The name ClickUp is told. */
      readonly name: string;
      readonly bytes: Uint8Array<ArrayBuffer> | Blob;
      readonly fields: Parameters;
    };

/** A body as the transport takes it, with the headers that belong to it. */
export interface WrittenBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | null;
}

/**
 * Makes a body ready to be sent. `invalid` where a text is no JSON, so before any token is read.
 * Multipart brings no header: its boundary is the network stack's to choose.
 */
export function writeBody(body: OutgoingBody | undefined): Result<WrittenBody> {
  if (body === undefined) return ok({ headers: {}, body: null });
  if (body.kind === 'json') {
    return isJson(body.text)
      ? ok({ headers: { 'content-type': 'application/json' }, body: body.text })
      : fail({ kind: 'invalid', field: 'body', reason: 'This is not JSON.', said: null });
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(body.fields)) {
    for (const item of Array.isArray(value) ? value : [value]) form.append(name, String(item));
  }
  const file = body.bytes instanceof Blob ? body.bytes : new Blob([body.bytes]);
  form.append(body.field, file, body.name);
  return ok({ headers: {}, body: form });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
