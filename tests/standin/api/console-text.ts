import type { Protocol } from '../chromium/protocol.ts';

/** What a page wrote to its console, as `console-message` tells it. */
export interface ConsoleText {
  readonly message: string;
  readonly level: 'info' | 'warning' | 'error' | 'debug';
  /** Counted from one. */
  readonly lineNumber: number;
  readonly source: string;
}

const LEVELS: Readonly<Record<string, ConsoleText['level']>> = {
  debug: 'debug',
  warning: 'warning',
  error: 'error',
  assert: 'error',
};

export function describeConsoleCall({
  type,
  args,
  stackTrace,
}: Protocol.Runtime.consoleAPICalledPayload): ConsoleText {
  const [frame] = stackTrace?.callFrames ?? [];
  return {
    message: args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' '),
    level: LEVELS[type] ?? 'info',
    lineNumber: (frame?.lineNumber ?? 0) + 1,
    source: frame?.url ?? '',
  };
}

export function describeException({
  exceptionDetails: { text, exception, lineNumber, url },
}: Protocol.Runtime.exceptionThrownPayload): ConsoleText {
  const [reason = ''] = (exception?.description ?? String(exception?.value ?? '')).split('\n');
  return {
    message: [text, reason].filter(Boolean).join(' '),
    level: 'error',
    lineNumber: lineNumber + 1,
    source: url ?? '',
  };
}
