import { ChevronRight, Plus, X } from 'lucide-react';
import { useId } from 'react';
import type { FieldInfo, Shape } from '../../../../electron/contract/operations.ts';
import { assertNever } from '../../../data/assert-never.ts';
import { isOffered } from '../../../data/choices/sections.ts';
import { fieldOf, withField } from '../../../data/json-text.ts';
import { useStrings } from '../../../data/services.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import type { Json } from '../../../ui/json-tree/json.ts';
import { type Path, pathKey } from './check-shape.ts';
import { ChipsControl, itemsIn } from './chips-control.tsx';
import type { ControlProps } from './control-props.ts';
import { FieldFrame } from './field-frame.tsx';
import { useFold, useFormScope } from './form-scope.ts';
import { PickerChips, PickerControl } from './picker-control.tsx';
import {
  ChoiceControl,
  FlagControl,
  JsonControl,
  NumberControl,
  TextControl,
} from './plain-controls.tsx';
import { TimeControl } from './time-control.tsx';
import { WorkspaceControl } from './workspace-control.tsx';

/*
 * Fields hold objects and lists, and these hold fields: what calls one another stands in one file.
 */

interface FieldProps {
  readonly path: Path;
  readonly field: FieldInfo;
  readonly value: Json | undefined;
  onChange(value: Json | undefined): void;
}

/** One field of a form, whatever its shape. */
export function Field({ path, field, value, onChange }: FieldProps) {
  const words = useStrings().requests;
  const { problems } = useFormScope();
  const id = useId();
  const problem = problems.get(pathKey(path));
  const told = problem === undefined ? null : words.problems[problem];
  const isNull = value === null && field.shape.type !== 'json';
  const frame = { id, path, field, isNull, told, onChange };
  return (
    <FieldFrame {...frame} isWide={isWide(field.shape) && !isNull}>
      <Control id={id} path={path} field={field} value={value} problem={told} onChange={onChange} />
    </FieldFrame>
  );
}

const withShape = <S extends Shape>(props: ControlProps, shape: S): ControlProps<S> => ({
  ...props,
  field: { ...props.field, shape },
});

/** Whether a control needs the whole width, with its name above it. */
const isWide = (shape: Shape): boolean =>
  shape.type === 'object' ||
  (shape.type === 'list' && ['object', 'list', 'json', 'boolean'].includes(shape.of.type));

/** The control that fits a value's shape. */
function Control(props: ControlProps) {
  const { shape } = props.field;
  switch (shape.type) {
    case 'string':
      return <TextControl {...props} />;
    case 'integer':
    case 'number':
      return <NumberControl {...withShape(props, shape)} />;
    case 'boolean':
      return <FlagControl {...withShape(props, shape)} />;
    case 'timestamp':
      return <TimeControl {...props} />;
    case 'choice':
      return <ChoiceControl {...withShape(props, shape)} />;
    case 'id':
    case 'numericId':
      if (shape.names === 'workspace') return <WorkspaceControl {...props} />;
      if (isOffered(shape.names)) return <PickerControl {...withShape(props, shape)} />;
      return <TextControl {...props} />;
    case 'list': {
      const list = withShape(props, shape);
      if (isWide(shape)) return <ItemsControl {...list} />;
      const { of } = shape;
      return (of.type === 'id' || of.type === 'numericId') && isOffered(of.names) ? (
        <PickerChips {...list} of={of} />
      ) : (
        <ChipsControl {...list} />
      );
    }
    case 'object':
      return <ObjectControl {...withShape(props, shape)} />;
    case 'json':
      return <JsonControl {...props} />;
    default:
      return assertNever(shape);
  }
}

/** So few optional fields are shown without asking. */
const FEW = 4;

interface FieldListProps {
  /** Where the fields are; its key keeps the fold. */
  readonly path: Path;
  readonly fields: readonly FieldInfo[];
  readonly values: Json | undefined;
  /** Names the fold: so many optional fields, so many of them set. */
  foldText(count: number): string;
  setText(count: number): string;
  onChange(name: string, value: Json | undefined): void;
}

/** Fields one below the other: what is needed first, what may be given behind a fold. */
export function FieldList({ path, fields, values, foldText, setText, onChange }: FieldListProps) {
  const needed = fields.filter((field) => field.required);
  const optional = fields.filter((field) => !field.required);
  const [isUnfolded, turn] = useFold([...path, '*'], optional.length <= FEW);
  const set = optional.filter((field) => fieldOf(values, field.name) !== undefined).length;
  const row = (field: FieldInfo) => (
    <Field
      key={field.name}
      path={[...path, field.name]}
      field={field}
      value={fieldOf(values, field.name)}
      onChange={(value) => onChange(field.name, value)}
    />
  );
  return (
    <>
      {needed.map(row)}
      {optional.length > FEW && (
        <button
          type="button"
          aria-expanded={isUnfolded}
          onClick={turn}
          className="fade -ml-1 flex h-7 items-center gap-1 justify-self-start rounded-s pr-2 pl-1 text-s font-medium text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ChevronRight aria-hidden size={13} className={isUnfolded ? 'rotate-90' : undefined} />
          {foldText(optional.length)}
          {set > 0 && <span className="text-accent">{setText(set)}</span>}
        </button>
      )}
      {isUnfolded && optional.map(row)}
    </>
  );
}

/** An object inside of a body: its fields, set in by a line. Without known fields it is any JSON. */
function ObjectControl(props: ControlProps<Extract<Shape, { type: 'object' }>>) {
  const { id, path, field, value, onChange } = props;
  const words = useStrings().requests;
  if (field.shape.fields.length === 0) return <JsonControl {...props} />;
  return (
    <fieldset
      id={id}
      aria-label={field.name}
      tabIndex={-1}
      data-field={path.join('.')}
      className="grid min-w-0 gap-1.5 border-l border-line pl-3"
    >
      <FieldList
        path={path}
        fields={field.shape.fields}
        values={value}
        foldText={words.optionalFields}
        setText={words.optionalSet}
        onChange={(name, next) => {
          const changed = withField(value, name, next);
          onChange(Object.keys(changed).length === 0 ? undefined : changed);
        }}
      />
    </fieldset>
  );
}

/** What a new item of a list begins as. */
const blank = (shape: Shape): Json =>
  shape.type === 'object' ? {} : shape.type === 'list' ? [] : '';

/** A list of objects or of anything else that needs room: one block an item. */
function ItemsControl(props: ControlProps<Extract<Shape, { type: 'list' }>>) {
  const { id, path, field, value, onChange } = props;
  const words = useStrings().requests.items;
  const items = itemsIn(value);
  const item: FieldInfo = { name: '', shape: field.shape.of, required: true, about: field.about };
  const change = (next: readonly Json[]): void => onChange(next.length === 0 ? undefined : next);
  return (
    <fieldset aria-label={field.name} className="grid min-w-0 gap-1.5">
      {items.map((one, index) => (
        <div
          // oxlint-disable-next-line react/no-array-index-key -- items of a JSON list have no other identity than their place
          key={index}
          className="flex min-w-0 items-start gap-1"
        >
          <div className="min-w-0 flex-1">
            <Field
              path={[...path, index]}
              field={{ ...item, name: words.item(index + 1) }}
              value={one}
              onChange={(next) =>
                change(
                  items.map((other, place) =>
                    place === index ? (next ?? blank(item.shape)) : other,
                  ),
                )
              }
            />
          </div>
          <IconButton
            label={words.remove(index + 1)}
            onClick={() => change(items.filter((_other, place) => place !== index))}
          >
            <X aria-hidden size={13} />
          </IconButton>
        </div>
      ))}
      <span className="justify-self-start">
        <Button
          id={id}
          aria-label={`${field.name}: ${words.add}`}
          size="s"
          icon={<Plus aria-hidden size={12} />}
          data-field={path.join('.')}
          data-needed={field.required && value === undefined}
          aria-describedby={`${id}-about`}
          onClick={() => change([...items, blank(item.shape)])}
        >
          {words.add}
        </Button>
      </span>
    </fieldset>
  );
}
