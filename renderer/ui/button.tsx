import type { ComponentProps, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './kbd.tsx';
import type { Key } from './keys.ts';

const VARIANTS = {
  default: 'border-line-strong bg-surface text-ink hover:bg-hover active:bg-selected',
  primary:
    'border-transparent bg-accent text-accent-ink hover:bg-[color-mix(in_oklab,var(--accent)_90%,var(--ink))] active:bg-[color-mix(in_oklab,var(--accent)_80%,var(--ink))]',
  ghost: 'border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink',
  /** Does what cannot be undone, after it was asked. */
  destroy:
    'border-transparent bg-bad text-surface hover:bg-[color-mix(in_oklab,var(--bad)_90%,var(--ink))] active:bg-[color-mix(in_oklab,var(--bad)_80%,var(--ink))]',
  danger: 'border-line-strong bg-surface text-bad hover:border-bad hover:bg-bad-bg',
} as const;

const SIZES = {
  s: 'h-6 px-2 text-s rounded-[6px]',
  m: 'h-7 px-2.5 text-m rounded-m',
  l: 'h-8 px-4 text-m rounded-m',
} as const;

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  readonly variant?: keyof typeof VARIANTS;
  readonly size?: keyof typeof SIZES;
  /** Work is under way: presses do nothing, the width stays, a spinner comes after 300 ms. */
  readonly busy?: boolean;
  readonly keys?: readonly Key[];
  readonly icon?: ReactNode;
  readonly trailing?: ReactNode;
  readonly submit?: boolean;
  /** Keeps room for the longest of several labels, in `ch`. */
  readonly room?: number;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button({
  variant = 'default',
  size = 'm',
  busy = false,
  keys,
  icon,
  trailing,
  submit = false,
  room,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      style={room === undefined ? undefined : { minWidth: `${room}ch` }}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      className={classes(
        'fade relative inline-flex shrink-0 items-center justify-center border font-medium whitespace-nowrap disabled:opacity-45 disabled:pointer-events-none',
        VARIANTS[variant],
        SIZES[size],
      )}
    >
      <span className={classes('inline-flex items-center gap-1.5', busy && 'busy-label')}>
        {icon}
        {children}
        {trailing}
        {keys !== undefined && <Kbd keys={keys} quiet={variant === 'primary'} />}
      </span>
      {busy && (
        <span aria-hidden className="busy-ring absolute inset-0 grid place-items-center">
          <i />
        </span>
      )}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type' | 'title'> {
  /** The name for screen readers and the tooltip. */
  readonly label: string;
  readonly size?: 's' | 'm';
}

/** A square button with an icon; its label is the tooltip. */
export function IconButton({ label, size = 'm', children, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      title={label}
      aria-label={label}
      className={classes(
        'fade inline-grid shrink-0 place-items-center text-ink-2 hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-45',
        size === 's' ? 'size-5 rounded-s' : 'size-7 rounded-m',
      )}
    >
      {children}
    </button>
  );
}
