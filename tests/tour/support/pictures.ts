import type { Stop, TourScreen } from '../stop.ts';
import { type Look, LOOKS } from './looks.ts';

/** The path of a picture below the tour's folder, with slashes. */
export const pictureName = (
  screen: TourScreen,
  stop: Stop,
  { theme, width, height }: Look,
): string => `${screen.name}/${stop.id}-${theme}-${width}x${height}.png`;

/** Every picture that the tour takes. */
export const pictureNames = (screens: readonly TourScreen[]): readonly string[] =>
  screens.flatMap((screen) =>
    screen.stops.flatMap((stop) => LOOKS.map((look) => pictureName(screen, stop, look))),
  );
