import type { Session as Cdp } from '../chromium/connection.ts';
import type { Protocol } from '../chromium/protocol.ts';
import { createCodec, type Encoded } from '../codec/codec.ts';
import { createHostCodec } from '../codec/host-codec.ts';
import { createPageBase64 } from '../renderer/page-base64.ts';

export interface EvaluateOptions {
  readonly context?: number | undefined;
  readonly userGesture?: boolean;
}

const ENCODE = `function (value) {
  return JSON.stringify((${createCodec})((${createPageBase64})()).encode(structuredClone(value)));
}`;

/** As Electron words it; what was thrown stays in the page. */
const SYNCHRONOUS_FAILURE =
  'Script failed to execute, this normally means an error was thrown. ' +
  'Check the renderer console for the error.';

/**
 * Runs code and gives its value, or that of its promise, by structured clone. Rejects with what a
 * promise rejects with, with Electron's sentence when the code throws, and with `An object could not
 * be cloned.` for a value that cannot cross.
 */
export async function evaluate(
  cdp: Cdp,
  code: string,
  { context, userGesture = false }: EvaluateOptions = {},
): Promise<unknown> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression: code,
    awaitPromise: true,
    userGesture,
    ...(context === undefined ? {} : { contextId: context }),
  });
  if (exceptionDetails === undefined) return valueOf(cdp, result);
  const { text, exception } = exceptionDetails;
  if (!text.includes('(in promise)') || exception === undefined)
    throw new Error(SYNCHRONOUS_FAILURE);
  throw await valueOf(cdp, exception);
}

async function valueOf(cdp: Cdp, remote: Protocol.Runtime.RemoteObject): Promise<unknown> {
  const { objectId, type, unserializableValue, value } = remote;
  if (objectId === undefined) {
    if (unserializableValue === undefined) return type === 'undefined' ? undefined : value;
    return type === 'bigint'
      ? BigInt(unserializableValue.slice(0, -1))
      : Number(unserializableValue);
  }
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: ENCODE,
    arguments: [{ objectId }],
    returnByValue: true,
  });
  cdp.send('Runtime.releaseObject', { objectId }).catch(() => undefined);
  if (exceptionDetails !== undefined) throw new Error('An object could not be cloned.');
  return createHostCodec().decode(JSON.parse(result.value as string) as Encoded);
}
