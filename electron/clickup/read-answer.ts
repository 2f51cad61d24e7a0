import type { Answer, AnswerBody, Attempt } from '../contract/requests.ts';
import type { Standing } from './rate-headers.ts';
import { redactAnswer, redactToken } from './redaction.ts';
import type { RawAnswer } from './transport.ts';

export interface ReceivedAnswer extends RawAnswer {
  readonly target: string;
  readonly token: string;
  readonly standing: Standing | null;
  readonly attempts: readonly Attempt[];
}

/** Makes an answer that may leave main of what came off the wire: without secrets, and without the token wherever a server repeats it. */
export function readAnswer(received: ReceivedAnswer): Answer {
  const { status, headers, bytes, durationMs, target, token, standing, attempts } = received;
  const statusText = redactToken(received.statusText, token);
  const contentType = redactToken(headers.get('content-type') ?? '', token);
  const body = redactAnswer(new TextDecoder().decode(bytes), token);
  return {
    status,
    statusText: statusText.text,
    target,
    durationMs,
    bytes: bytes.byteLength,
    contentType: contentType.text === '' ? null : contentType.text,
    budget:
      standing === null
        ? null
        : {
            limit: standing.limit,
            remaining: standing.remaining,
            resetAt: standing.end?.latest ?? null,
          },
    attempts,
    redacted: statusText.count + contentType.count + body.count,
    body: readBody(body.text),
  };
}

function readBody(text: string): AnswerBody {
  if (text.trim() === '') return { kind: 'empty' };
  return parseJson(text) === undefined ? { kind: 'text', text } : { kind: 'json', text };
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
