import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import type { Reading } from '../../../data/readings.ts';
import { useStrings } from '../../../data/services.ts';
import { type Store, useStore } from '../../../data/store.ts';
import { IconButton } from '../../../ui/button.tsx';
import type { Find } from './use-find.ts';

interface FindBarProps {
  readonly find: Find;
  readonly reading: Store<Reading>;
  readonly field: RefObject<HTMLInputElement | null>;
  onClose(): void;
}

const ICON = { 'aria-hidden': true, size: 14 } as const;

/** The search in an answer: what is looked for, how often it is there, and the way from match to match. */
export function FindBar({ find, reading, field, onClose }: FindBarProps) {
  const words = useStrings().requests.answer.find;
  const query = useStore(reading, (state) => state.search.query);
  useEffect(() => field.current?.select(), [field]);
  const change = (part: Partial<Reading['search']>): void => {
    const state = reading.read();
    reading.write({ ...state, search: { ...state.search, ...part } });
  };
  const step = (by: 1 | -1): void => change({ current: find.at + by });
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    // Neither sends the form nor closes anything around it.
    event.stopPropagation();
  };
  const isNone = query !== '' && find.at === -1;
  return (
    <search className="flex h-8 shrink-0 items-center gap-1 border-b border-line bg-bg pr-1 pl-3">
      <input
        ref={field}
        type="text"
        aria-label={words.label}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => change({ query: event.target.value, current: 0 })}
        onKeyDown={press}
        className="h-full min-w-0 flex-1 bg-transparent font-mono text-s outline-none placeholder:font-sans"
      />
      <output
        className={isNone ? 'shrink-0 text-s text-bad' : 'figures shrink-0 text-s text-ink-2'}
      >
        {isNone && words.none}
        {find.at !== -1 && words.count(find.at + 1, find.matches.length, find.isCut)}
      </output>
      <IconButton
        size="s"
        label={words.previous}
        disabled={find.at === -1}
        onClick={() => step(-1)}
      >
        <ChevronUp {...ICON} />
      </IconButton>
      <IconButton size="s" label={words.next} disabled={find.at === -1} onClick={() => step(1)}>
        <ChevronDown {...ICON} />
      </IconButton>
      <IconButton size="s" label={words.close} onClick={onClose}>
        <X {...ICON} />
      </IconButton>
    </search>
  );
}
