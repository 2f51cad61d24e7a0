import type { OperationInfo } from '../../../electron/contract/operations.ts';

const TONES: Readonly<Record<OperationInfo['method'], string>> = {
  GET: 'text-good',
  POST: 'text-accent',
  PUT: 'text-warn',
  PATCH: 'text-warn',
  DELETE: 'text-bad',
};

const SHORT: Readonly<Partial<Record<OperationInfo['method'], string>>> = {
  DELETE: 'DEL',
  PATCH: 'PTCH',
};

interface MethodProps {
  readonly method: OperationInfo['method'];
  /** The text beside it says what it does, so it need not be read out. */
  readonly isTold?: boolean;
}

/** An HTTP method in its colour, in a column of one width. */
export function Method({ method, isTold = false }: MethodProps) {
  return (
    <span
      aria-hidden={isTold || undefined}
      className={`w-[34px] shrink-0 font-mono text-[10px]/none font-semibold ${TONES[method]}`}
    >
      {SHORT[method] ?? method}
    </span>
  );
}
