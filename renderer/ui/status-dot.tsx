import { classes } from './classes.ts';

const TONES = { good: 'bg-good', warn: 'bg-warn', bad: 'bg-bad', quiet: 'bg-ink-3' } as const;

export type Tone = keyof typeof TONES;

/** A dot in the colour of a state; the words beside it say the same. */
export function StatusDot({ tone }: { tone: Tone }) {
  return (
    <span
      aria-hidden
      className={classes('dot inline-block size-[7px] shrink-0 rounded-full', TONES[tone])}
    />
  );
}
