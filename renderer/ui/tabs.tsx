import type { KeyboardEvent } from 'react';
import { classes } from './classes.ts';

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly text: string }[];
  readonly selected: Name;
  /** The tabs share all of the width there is. */
  readonly wide?: boolean;
  /** The id of the panel that all tabs show. */
  readonly controls: string;
  onSelect(name: Name): void;
}

const tabId = (controls: string, name: string): string => `${controls}-${name}`;

/** Tabs over one panel: arrows move and select, only the selected one is a Tab stop. */
export function Tabs<Name extends string>({
  label,
  tabs,
  selected,
  wide = false,
  controls,
  onSelect,
}: TabsProps<Name>) {
  const step = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const from = tabs.findIndex((tab) => tab.name === selected);
    const next = tabs[(from + direction + tabs.length) % tabs.length];
    if (next === undefined) return;
    onSelect(next.name);
    document.getElementById(tabId(controls, next.name))?.focus();
  };
  return (
    <div
      tabIndex={-1}
      role="tablist"
      aria-label={label}
      onKeyDown={step}
      className={classes('shrink-0 rounded-m bg-hover p-0.5', wide ? 'flex' : 'inline-flex')}
    >
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          id={tabId(controls, tab.name)}
          aria-selected={tab.name === selected}
          aria-controls={controls}
          tabIndex={tab.name === selected ? 0 : -1}
          onClick={() => onSelect(tab.name)}
          className={classes(
            'fade h-6 rounded-[6px] px-2.5 text-s font-medium',
            wide && 'flex-1',
            tab.name === selected ? 'bg-raised text-ink shadow-s' : 'text-ink-2 hover:text-ink',
          )}
        >
          {tab.text}
        </button>
      ))}
    </div>
  );
}
