import { CodeXml } from 'lucide-react';
import { useStrings } from '../../data/services.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { Key } from '../../ui/keys.ts';

/** What the screen says before an operation is open. */
export function Teaching() {
  const words = useStrings().requests.teach;
  const lessons: readonly (readonly [string, readonly Key[]])[] = [
    [words.find, ['/']],
    [words.open, ['enter']],
    [words.send, ['mod', 'enter']],
  ];
  return (
    <EmptyState
      icon={<CodeXml aria-hidden size={28} strokeWidth={1.4} />}
      title={words.title}
      advice={words.lead}
    >
      <ul className="grid w-[232px] gap-1.5 text-s text-ink-2">
        {lessons.map(([text, keys]) => (
          <li key={text} className="flex h-6 items-center justify-between">
            {text}
            <Kbd keys={keys} />
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
