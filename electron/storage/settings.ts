import * as z from 'zod';

/** What Perch remembers that is no secret. Losing it costs a click, never data. */
export interface Settings {
  readonly activeConnectionId: string | null;
  /** The Workspace last chosen, by connection. */
  readonly workspaceByConnection: Readonly<Record<string, string>>;
}

export const SETTINGS_VERSION = 1;

export const noSettings: Settings = { activeConnectionId: null, workspaceByConnection: {} };

const schema = z.object({
  activeConnectionId: z.string().nullable().catch(null),
  workspaceByConnection: z
    .record(z.string(), z.unknown())
    .catch({})
    .transform((all) =>
      Object.fromEntries(
        Object.entries(all).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      ),
    ),
});

/** Reads settings from parsed JSON; null where it is no object. A single bad value falls back alone. */
export const parseSettings = (value: unknown): Settings | null =>
  schema.safeParse(value).data ?? null;
