/* oxlint-disable jsx-a11y/prefer-tag-over-role -- HTML's own option and optgroup hold nothing but text */
/* oxlint-disable jsx-a11y/click-events-have-key-events -- a combobox handles the keys of its listbox, as ARIA's pattern asks */
import type { ComponentProps, ReactNode } from 'react';

interface ListboxProps {
  readonly id: string;
  readonly label: string;
  readonly hidden: boolean;
  readonly className: string;
  readonly children: ReactNode;
}

/** The list that a `SearchField` drives. */
export function Listbox({ label, ...rest }: ListboxProps) {
  return <div {...rest} role="listbox" aria-label={label} />;
}

/** Options that belong together; its label, or what it is labelled by, says how. */
export function ListGroup(props: Omit<ComponentProps<'div'>, 'role' | 'className'>) {
  return <div {...props} role="group" />;
}

interface OptionProps extends Omit<ComponentProps<'div'>, 'role' | 'tabIndex'> {
  readonly id: string;
  readonly selected: boolean;
  onChoose(): void;
}

/** One option. It takes no focus; the field that drives the list keeps it. */
export function Option({ selected, onChoose, ...rest }: OptionProps) {
  return <div {...rest} role="option" aria-selected={selected} tabIndex={-1} onClick={onChoose} />;
}

/** The option an arrow key leads to, from the one pointed at; null where the key means nothing. */
export function stepTo<Item>(
  key: string,
  items: readonly Item[],
  pointed: Item | undefined,
): Item | null {
  const index = pointed === undefined ? -1 : items.indexOf(pointed);
  if (key === 'ArrowDown') return items[Math.min(items.length - 1, index + 1)] ?? null;
  if (key === 'ArrowUp') return items[Math.max(0, index - 1)] ?? null;
  return null;
}
