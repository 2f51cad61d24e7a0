import type { IncomingMessage } from 'node:http';
import { refuse, type Answer } from './answer.ts';

/** What came with a request. */
export type RequestBody =
  /** Nothing, or nothing that is read: uploads and types that ClickUp's operations do not take. */
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly fields: URLSearchParams }
  /** It cannot be read. ClickUp's codes for this are not known. */
  | { readonly kind: 'refused'; readonly answer: Answer };

/** The most bytes of JSON or form fields that are kept. */
export const LARGEST_BODY = 10 * 1024 * 1024;

const NONE: RequestBody = { kind: 'none' };

const refused = (status: number, sentence: string): RequestBody => ({
  kind: 'refused',
  answer: refuse(status, sentence, `SAMPLE_${status}`),
});

/**
 * Reads a request to its end. An upload is read and dropped, and so is what comes over the limit, so
 * that a client that is still sending gets its answer. Rejects when the connection ends before.
 */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const [type = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const isJson = /^application\/([\w.-]+\+)?json$/.test(type.trim());
  const isForm = type.trim() === 'application/x-www-form-urlencoded';
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) chunks.length = 0;
    else if (isJson || isForm) chunks.push(chunk);
  }
  if (size === 0 || !(isJson || isForm)) return NONE;
  if (size > LARGEST_BODY) return refused(413, 'The request is larger than 10 MB.');
  if (encoding !== 'identity') return refused(415, 'The request must not be compressed.');
  const text = Buffer.concat(chunks).toString('utf8');
  return isForm ? { kind: 'form', fields: new URLSearchParams(text) } : readJson(text);
}

function readJson(text: string): RequestBody {
  if (text.trim() === '') return NONE;
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return refused(400, 'The request is not valid JSON.');
  }
}
