import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from '../data/copy-text.ts';
import { useServices } from '../data/services.ts';
import { IconButton } from './button.tsx';

/** Milliseconds for which the tick stays. */
const TOLD_MS = 1600;

/** Copies a text and says so by a tick, and to screen readers in a word. */
export function CopyButton({
  text,
  label,
  copied,
}: {
  text: string;
  label: string;
  copied: string;
}) {
  const { clock } = useServices();
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    if (!isTold) return undefined;
    return clock.after(TOLD_MS, () => setTold(false));
  }, [isTold, clock]);
  return (
    <span className="flex shrink-0 items-center">
      <IconButton label={label} onClick={() => void copyText(text).then(setTold)}>
        {isTold ? (
          <Check aria-hidden size={14} className="text-good" />
        ) : (
          <Copy aria-hidden size={14} />
        )}
      </IconButton>
      <output className="sr-only">{isTold && copied}</output>
    </span>
  );
}
