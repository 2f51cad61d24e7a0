import { Search } from 'lucide-react';
import type { ComponentProps, Ref } from 'react';
import { classes } from './classes.ts';
import { FIELD_FRAME, FIELD_SIZES } from './field.tsx';

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'type'> {
  readonly label: string;
  /** The id of the listbox that the arrows move in. */
  readonly controls: string;
  /** The id of the option that Enter would choose. */
  readonly activeOption: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A search field that drives a listbox below it, as ARIA's combobox pattern has it. */
export function SearchField({ label, controls, activeOption, ...rest }: SearchFieldProps) {
  return (
    <div className={classes(FIELD_FRAME, FIELD_SIZES.s)}>
      <Search aria-hidden size={14} className="shrink-0 text-ink-3" />
      <input
        {...rest}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={activeOption !== undefined}
        aria-controls={controls}
        aria-activedescendant={activeOption}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        className="h-full min-w-0 flex-1 bg-transparent text-m outline-none"
      />
    </div>
  );
}
