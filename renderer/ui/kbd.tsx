import { useServices } from '../data/services.ts';
import { classes } from './classes.ts';
import { type Key, keyGlyphs } from './keys.ts';

/** A key or a chord as this platform writes it. Decoration: what it does must be said elsewhere too. */
export function Kbd({ keys, quiet = false }: { keys: readonly Key[]; quiet?: boolean }) {
  const { platform } = useServices().app;
  return (
    <kbd
      aria-hidden
      className={classes(
        'inline-flex shrink-0 items-center rounded-[4px] border border-b-2 px-[5px] py-[2px] font-sans text-xs/none font-medium whitespace-nowrap',
        quiet ? 'border-current/45 text-current/85' : 'border-line-strong bg-surface text-ink-2',
      )}
    >
      {keyGlyphs(keys, platform)}
    </kbd>
  );
}
