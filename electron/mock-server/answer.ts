/** What the server is about to say: a status, a body and headers of its own. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A successful answer in JSON. */
export const json = (value: unknown): Answer => ({
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

/** An answer without a body: what ClickUp gives for a deletion that went well. */
export const noContent: Answer = {
  status: 204,
  contentType: 'application/json; charset=utf-8',
  body: '',
};

/** A successful answer to a request that made something, where ClickUp says 201. */
export const created = (value: unknown): Answer => ({ ...json(value), status: 201 });

/**
 * A refusal in ClickUp's form, `{err, ECODE}`. Codes that begin `SAMPLE_` are this server's own: they
 * stand where ClickUp's code is not known, or where ClickUp would not have refused at all.
 */
export const refuse = (status: number, err: string, ECODE: string): Answer => ({
  ...json({ err, ECODE }),
  status,
});

/** Ends the work on a request early with an answer. The server catches it; nobody else does. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`Refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** Throws the refusal of a parameter that cannot be understood. ClickUp's ECODE for it is not known. */
export function badParameter(name: string, expected: string): never {
  throw new Refusal(refuse(400, `The parameter ${name} must be ${expected}.`, 'SAMPLE_400'));
}
