import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Reference } from '../../../../electron/contract/operations.ts';
import type { Place } from '../../../data/choices/sections.ts';
import { assertNever } from '../../../data/assert-never.ts';
import { classes } from '../../../ui/classes.ts';
import { ColorDot } from '../../../ui/color-dot.tsx';
import { FIELD_FRAME, FieldProblem } from '../../../ui/field.tsx';
import { stepTo } from '../../../ui/listbox.tsx';
import type { attributesOf } from './control-props.ts';
import { useFormScope } from './form-scope.ts';
import { PickerPopup } from './picker-popup.tsx';
import { type PickerRow, usePickerRows } from './picker-rows.ts';

interface PickerBoxProps {
  readonly attributes: ReturnType<typeof attributesOf>;
  readonly of: Reference;
  readonly problem: string | null;
  readonly placeholder: string;
  /** What stands in the field. */
  readonly text: string;
  /** Whether the text is an id, which is set in the letters of code. */
  readonly isId: boolean;
  /** What the choices are narrowed to; empty while nothing was typed. */
  readonly query: string;
  readonly chosen: readonly string[];
  readonly color: string | null;
  /** Said quietly at the end of the field. */
  readonly trailing: string | null;
  readonly leading?: ReactNode;
  onType(text: string): void;
  onChoose(id: string): void;
  /** Takes back what was typed. */
  onRevert(): void;
  onLeave(): void;
  /** Backspace in the empty field. */
  onBackspace?(): void;
}

/** A field with choices below it, as ARIA's combobox has it. Typing, a click or an arrow opens them. */
export function PickerBox(props: PickerBoxProps) {
  const { attributes, of, problem, text, query, chosen, onChoose } = props;
  const popupId = useId();
  const { known } = useFormScope();
  const [isOpen, setOpen] = useState(false);
  const [steps, setSteps] = useState<readonly Place[]>([]);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const { groups, rows, isResolving, hasStart } = usePickerRows(of, known, steps, query, isOpen);
  const pointed =
    rows.find((row) => row.key === pointedAt) ??
    rows.find((row) => row.kind === 'choice' && chosen.includes(row.choice.id)) ??
    rows.find((row) => row.kind !== 'back');
  const anchor = `--${popupId.replaceAll(/\W/gu, '')}`;

  const close = (): void => {
    setOpen(false);
    setSteps([]);
    setPointedAt(null);
  };
  const go = (next: readonly Place[]): void => {
    props.onRevert();
    setSteps(next);
    setPointedAt(null);
  };
  const choose = (row: PickerRow): void => {
    switch (row.kind) {
      case 'choice':
        onChoose(row.choice.id);
        return close();
      case 'typed':
        onChoose(row.id);
        return close();
      case 'place':
        return go([...steps, row.place]);
      case 'back':
        return go(steps.slice(0, -1));
      case 'retry':
        return row.retry();
      default:
        return assertNever(row);
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    // A chord sends the request: it must find what is still being typed.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onLeave();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = isOpen ? stepTo(event.key, rows, pointed) : null;
    if (next !== null) {
      setPointedAt(next.key);
      document.getElementById(`${popupId}-${next.key}`)?.scrollIntoView({ block: 'nearest' });
    } else if (!isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) setOpen(true);
    else if (isOpen && event.key === 'Enter') {
      if (pointed === undefined) close();
      else choose(pointed);
    } else if (isOpen && event.key === 'Escape') {
      props.onRevert();
      close();
      // What else Escape would do is for the next one.
      event.stopPropagation();
    } else if (event.key === 'Backspace' && text === '') props.onBackspace?.();
    else return;
    event.preventDefault();
  };

  return (
    <div
      style={{ anchorName: anchor }}
      className={classes(
        FIELD_FRAME,
        'min-h-7 min-w-0 flex-wrap gap-1 rounded-m py-[3px] pr-1.5 pl-1 text-s',
        problem !== null && 'border-bad! outline-bad!',
      )}
    >
      {props.leading}
      {props.color !== null && (
        <span className="ml-1 grid">
          <ColorDot color={props.color} />
        </span>
      )}
      <input
        {...attributes}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? popupId : undefined}
        aria-activedescendant={
          isOpen && pointed !== undefined ? `${popupId}-${pointed.key}` : undefined
        }
        aria-autocomplete="list"
        aria-invalid={problem !== null || undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        placeholder={props.placeholder}
        title={props.trailing ?? undefined}
        onChange={(event) => {
          props.onType(event.target.value);
          setPointedAt(null);
          setOpen(true);
        }}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={() => {
          props.onLeave();
          close();
        }}
        className={classes(
          'h-5 min-w-16 flex-1 bg-transparent px-1 outline-none placeholder:font-sans',
          props.isId && 'font-mono',
        )}
      />
      {props.trailing !== null && (
        <span className="max-w-[40%] shrink-0 truncate font-mono text-xs text-ink-3">
          {props.trailing}
        </span>
      )}
      <FieldProblem text={problem} />
      <ChevronDown aria-hidden size={13} className="pointer-events-none shrink-0 text-ink-3" />
      {isOpen && (
        <PickerPopup
          id={popupId}
          anchor={anchor}
          of={of}
          groups={groups}
          rows={rows}
          steps={steps}
          pointed={pointed}
          chosen={chosen}
          isResolving={isResolving}
          hasStart={hasStart}
          onChoose={choose}
        />
      )}
    </div>
  );
}
