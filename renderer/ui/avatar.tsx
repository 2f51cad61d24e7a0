import { useState } from 'react';
import { avatarColors } from './avatar-colors.ts';
import { classes } from './classes.ts';

const SIZES = {
  xs: 'size-4 text-[9px]',
  s: 'size-5 text-[10px]',
  m: 'size-6 text-xs',
  l: 'size-9 text-m',
} as const;

const SQUARE = { xs: 'rounded-[4px]', s: 'rounded-[6px]', m: 'rounded-[6px]', l: 'rounded-m' };

interface AvatarProps {
  readonly id: string;
  readonly initials: string;
  readonly color: string | null;
  /** Shown in place of the initials, once it is there. */
  readonly picture?: string | null;
  /** People are round, Workspaces square. */
  readonly shape: 'round' | 'square';
  readonly size?: keyof typeof SIZES;
}

/** A picture, else initials on a colour. Decoration: the name stands beside it. */
export function Avatar({ id, initials, color, picture, shape, size = 's' }: AvatarProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const letters = [...initials].slice(0, shape === 'square' ? 1 : 2).join('');
  return (
    <span
      aria-hidden
      style={avatarColors(id, color)}
      className={classes(
        'relative inline-grid shrink-0 overflow-hidden place-items-center leading-none font-bold tracking-[-0.01em] forced-colors:border',
        SIZES[size],
        shape === 'round' ? 'rounded-full' : SQUARE[size],
      )}
    >
      {letters}
      {picture !== undefined && picture !== null && picture !== failed && (
        // Over the initials, which so are there until the picture is, and where it cannot be had.
        <img
          src={picture}
          alt=""
          draggable={false}
          onError={() => setFailed(picture)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}
