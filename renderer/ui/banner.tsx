import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { Button, IconButton } from './button.tsx';
import { classes } from './classes.ts';

const TONES = {
  info: { box: 'bg-info-bg', icon: <Info aria-hidden size={14} className="text-accent" /> },
  warn: { box: 'bg-warn-bg', icon: <TriangleAlert aria-hidden size={14} className="text-warn" /> },
  bad: { box: 'bg-bad-bg', icon: <CircleAlert aria-hidden size={14} className="text-bad" /> },
} as const;

interface BannerProps {
  readonly tone: keyof typeof TONES;
  readonly text: string;
  readonly more?: string | undefined;
  readonly action?: { readonly text: string; readonly busy?: boolean; run(): void };
  /** A second way out, where the first may not be enough. */
  readonly otherwise?: { readonly text: string; readonly busy?: boolean; run(): void };
  readonly dismiss?: { readonly label: string; run(): void };
}

/** A line across the window about a state that lasts, with the one thing to do about it. */
export function Banner({ tone, text, more, action, otherwise, dismiss }: BannerProps) {
  return (
    <div
      role={tone === 'info' ? 'note' : 'alert'}
      className={classes(
        'flex min-h-9 items-center gap-2 border-b border-line py-1.5 pr-2 pl-4 text-s',
        TONES[tone].box,
      )}
    >
      <span className="shrink-0 self-start pt-[5px]">{TONES[tone].icon}</span>
      <p className="min-w-0 flex-1 py-0.5">
        {text}
        {more !== undefined && <span className="text-ink-2"> {more}</span>}
      </p>
      {action !== undefined && (
        <Button size="s" busy={action.busy ?? false} onClick={action.run}>
          {action.text}
        </Button>
      )}
      {otherwise !== undefined && (
        <Button size="s" variant="ghost" busy={otherwise.busy ?? false} onClick={otherwise.run}>
          {otherwise.text}
        </Button>
      )}
      {dismiss !== undefined && (
        <IconButton size="s" label={dismiss.label} onClick={dismiss.run}>
          <X aria-hidden size={14} />
        </IconButton>
      )}
    </div>
  );
}
