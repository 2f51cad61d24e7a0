import type { IncomingMessage } from 'node:http';
import { refuse, type Answer } from './answer.ts';

/** What came with a request. */
export type RequestBody =
  /** Nothing, or nothing that is read, such as types that ClickUp's operations do not take. */
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly fields: URLSearchParams }
  | { readonly kind: 'upload'; readonly parts: FormData }
  /** It cannot be read. ClickUp's codes for this are not known. */
  | { readonly kind: 'refused'; readonly answer: Answer };

/** The most bytes of JSON or form fields that are kept. */
export const LARGEST_BODY = 10 * 1024 * 1024;

/** The most bytes of an upload that are read; a larger one is dropped. */
const LARGEST_UPLOAD = 128 * 1024 * 1024;

const NONE: RequestBody = { kind: 'none' };

const refused = (status: number, sentence: string): RequestBody => ({
  kind: 'refused',
  answer: refuse(status, sentence, `SAMPLE_${status}`),
});

/**
 * Reads a request to its end, what comes over the limit too, so that a client that is still sending
 * gets its answer. Rejects when the connection ends before.
 */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const [type = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const isJson = /^application\/([\w.-]+\+)?json$/.test(type.trim());
  const isForm = type.trim() === 'application/x-www-form-urlencoded';
  const isUpload = type.trim() === 'multipart/form-data';
  const most = isUpload ? LARGEST_UPLOAD : LARGEST_BODY;
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) chunks.length = 0;
    else if (isJson || isForm || isUpload) chunks.push(chunk);
  }
  if (isUpload) return readUpload(Buffer.concat(chunks), request.headers['content-type'] ?? '');
  if (size === 0 || !(isJson || isForm)) return NONE;
  if (size > LARGEST_BODY) return refused(413, 'The request is larger than 10 MB.');
  if (encoding !== 'identity') return refused(415, 'The request must not be compressed.');
  const text = Buffer.concat(chunks).toString('utf8');
  return isForm ? { kind: 'form', fields: new URLSearchParams(text) } : readJson(text);
}

/** What is no multipart counts as nothing: ClickUp's answer to it is not known. */
async function readUpload(bytes: Buffer<ArrayBuffer>, type: string): Promise<RequestBody> {
  try {
    const response = new Response(bytes, { headers: { 'content-type': type } });
    return { kind: 'upload', parts: await response.formData() };
  } catch {
    return NONE;
  }
}

function readJson(text: string): RequestBody {
  if (text.trim() === '') return NONE;
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return refused(400, 'The request is not valid JSON.');
  }
}
