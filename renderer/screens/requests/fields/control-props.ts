import type { FieldInfo } from '../../../../electron/contract/operations.ts';
import type { Json } from '../../../ui/json-tree/json.ts';
import type { Path } from './check-shape.ts';

/** What every control of a form is given. */
export interface ControlProps<S extends FieldInfo['shape'] = FieldInfo['shape']> {
  readonly id: string;
  readonly path: Path;
  readonly field: Omit<FieldInfo, 'shape'> & { readonly shape: S };
  /** Undefined where nothing was given. */
  readonly value: Json | undefined;
  /** What is wrong, in words. */
  readonly problem: string | null;
  onChange(value: Json | undefined): void;
}

/** The attributes by which a control is found, described and known to be needed. */
export const attributesOf = ({
  id,
  path,
  field,
  value,
}: Pick<ControlProps, 'id' | 'path' | 'field' | 'value'>) => ({
  id,
  required: field.required,
  'aria-describedby': `${id}-about`,
  'data-field': path.join('.'),
  'data-needed': field.required && value === undefined,
});
