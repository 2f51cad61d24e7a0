import { classes } from './classes.ts';

/** How much of something is left, as a thin bar: quiet until a third remains, red at a tenth. */
export function Meter({ label, value, max }: { label: string; value: number; max: number }) {
  return (
    <meter
      aria-label={label}
      min={0}
      max={max}
      low={max * 0.1}
      high={max * 0.3}
      optimum={max}
      value={value}
      className={classes('meter h-1 w-14', value <= 0 && 'meter-empty')}
    />
  );
}
