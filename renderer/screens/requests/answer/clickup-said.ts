import type { Answer } from '../../../../electron/contract/requests.ts';

/** ClickUp's sentence and code in a refusal. */
export interface Said {
  readonly sentence: string;
  readonly ecode: string | null;
}

/** The longest body in which to look for a sentence, in characters; refusals are short. */
const LONGEST = 20_000;

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** Reads ClickUp's own words from an answer of status 400 or more; null where there are none. */
export function clickUpSaid(answer: Answer): Said | null {
  if (answer.status < 400 || answer.body.kind !== 'json' || answer.body.text.length > LONGEST)
    return null;
  try {
    const body: unknown = JSON.parse(answer.body.text);
    if (typeof body !== 'object' || body === null) return null;
    const { err, error, message, ECODE } = body as Readonly<Record<string, unknown>>;
    const sentence = textIn(err) ?? textIn(error) ?? textIn(message);
    return sentence === null ? null : { sentence, ecode: textIn(ECODE) };
  } catch {
    return null;
  }
}
