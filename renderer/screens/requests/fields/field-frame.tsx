import type { ReactNode } from 'react';
import type { FieldInfo } from '../../../../electron/contract/operations.ts';
import { useStrings } from '../../../data/services.ts';
import { classes } from '../../../ui/classes.ts';
import { FIELD_FRAME } from '../../../ui/field.tsx';
import type { Json } from '../../../ui/json-tree/json.ts';
import { type Path, pathKey } from './check-shape.ts';

interface FieldFrameProps {
  /** The id of the control. */
  readonly id: string;
  readonly path: Path;
  readonly field: FieldInfo;
  /** Whether the value is null, which needs no control. */
  readonly isNull: boolean;
  /** Whether the control needs the whole width. */
  readonly isWide: boolean;
  /** What is wrong, in words. */
  readonly told: string | null;
  onChange(value: Json | undefined): void;
  readonly children: ReactNode;
}

/** A field's name and control on one line, or above one another where the control needs the width. */
export function FieldFrame({
  id,
  path,
  field,
  isNull,
  isWide,
  told,
  onChange,
  children,
}: FieldFrameProps) {
  const words = useStrings().requests;
  return (
    <div
      className={
        isWide
          ? 'grid min-w-0 gap-1'
          : 'grid min-w-0 grid-cols-[minmax(96px,30%)_minmax(0,1fr)] items-start gap-3'
      }
    >
      <div className="flex min-h-7 min-w-0 items-center gap-1">
        <label
          htmlFor={id}
          title={field.about}
          className="min-w-0 truncate font-mono text-s text-ink-2"
        >
          {field.name}
        </label>
        {field.required && (
          <span aria-hidden className="text-s text-bad">
            *
          </span>
        )}
        {isWide && told !== null && (
          <span role="alert" className="text-xs text-bad">
            {told}
          </span>
        )}
        {field.nullable === true && (
          <button
            type="button"
            aria-pressed={isNull}
            aria-label={words.setNull(field.name)}
            title={words.nullMeans}
            onClick={() => onChange(isNull ? undefined : null)}
            className={classes(
              'fade ml-auto h-5 shrink-0 rounded-s px-1 font-mono text-[10px]/none',
              isNull ? 'bg-selected text-accent' : 'text-ink-3 hover:bg-hover hover:text-ink',
            )}
          >
            null
          </button>
        )}
      </div>
      {isNull ? (
        <output
          id={id}
          className={`${FIELD_FRAME} h-7 rounded-m px-2 font-mono text-s text-ink-3`}
          data-field={pathKey(path)}
        >
          null
          <span className="ml-2 font-sans text-xs">{words.nullMeans}</span>
        </output>
      ) : (
        children
      )}
      <span id={`${id}-about`} hidden>
        {field.about}
      </span>
    </div>
  );
}
