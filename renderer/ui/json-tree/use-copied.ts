import { useEffect, useState } from 'react';
import { copyText } from '../../data/copy-text.ts';
import { useServices } from '../../data/services.ts';

/** Milliseconds for which the tick stays. */
const TOLD_MS = 1600;

export type Copied = 'value' | 'path';

interface Told {
  readonly key: number;
  readonly what: Copied;
}

/** What was copied a moment ago, and the way to copy something. */
export function useCopied(): readonly [
  Told | null,
  (key: number, what: Copied, text: string) => void,
] {
  const { clock } = useServices();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(
    () => (told === null ? undefined : clock.after(TOLD_MS, () => setTold(null))),
    [told, clock],
  );
  const copy = (key: number, what: Copied, text: string): void => {
    void copyText(text).then((isCopied) => setTold(isCopied ? { key, what } : null));
  };
  return [told, copy];
}
