import type { OperationInfo } from '../../../electron/contract/operations.ts';
import type { Parameters } from '../../../electron/contract/requests.ts';
import { Method } from './method.tsx';
import { pathPreview } from './path-preview.ts';

interface PathLineProps {
  readonly operation: OperationInfo;
  readonly values: Parameters;
}

/** Method and address in one line, what was filled in marked. */
export function PathLine({ operation, values }: PathLineProps) {
  const pieces = pathPreview(operation, values);
  const whole = pieces.map((piece) => (piece.kind === 'missing' ? `{${piece.text}}` : piece.text));
  return (
    <div
      title={whole.join('')}
      className="selectable flex h-8 min-w-0 flex-1 items-center gap-1 rounded-m border border-line bg-surface px-2.5 font-mono text-s"
    >
      <Method method={operation.method} />
      <span className="min-w-0 overflow-x-auto whitespace-nowrap [scrollbar-width:none]">
        {pieces.map((piece, index) =>
          piece.kind === 'fixed' ? (
            // oxlint-disable-next-line react/no-array-index-key -- the pieces have no other identity than their place
            <span key={index} className="text-ink-2">
              {piece.text}
            </span>
          ) : (
            <mark
              // oxlint-disable-next-line react/no-array-index-key -- as above
              key={index}
              className={
                piece.kind === 'filled'
                  ? 'rounded-[4px] bg-selected px-1 py-px text-ink'
                  : 'rounded-[4px] bg-warn-bg px-1 py-px text-warn'
              }
            >
              {piece.text}
            </mark>
          ),
        )}
      </span>
    </div>
  );
}
