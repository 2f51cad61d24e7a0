import { join, resolve } from 'node:path';

/** Where the pictures go: `docs/tour`, or what `PERCH_TOUR_FOLDER` names. */
export const FOLDER = resolve(
  process.env['PERCH_TOUR_FOLDER'] ?? join(import.meta.dirname, '../../../docs/tour'),
);
