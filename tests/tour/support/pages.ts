import type { Stop, TourScreen } from '../stop.ts';
import { type Look, LOOKS, SIZES } from './looks.ts';
import { pictureName } from './pictures.ts';

/** The widest that a picture is drawn in a column of a page, in pixels. */
const COLUMN = 440;

/** The name under which a code host links to a heading. */
const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/gu, '')
    .replaceAll(' ', '-');

const fileName = (screen: TourScreen, stop: Stop, look: Look): string =>
  pictureName(screen, stop, look).slice(screen.name.length + 1);

function picture(screen: TourScreen, stop: Stop, look: Look): string {
  const { theme, width, height } = look;
  const file = fileName(screen, stop, look);
  const [widest = look] = SIZES;
  const drawn = Math.round((COLUMN * width) / widest.width);
  return `<a href="${file}"><img src="${file}" width="${drawn}" alt="${stop.title}, ${theme}, ${width} × ${height}"></a>`;
}

function section(screen: TourScreen, stop: Stop): string {
  const rows = SIZES.map(({ width, height }) => {
    const looks = LOOKS.filter((look) => look.width === width && look.height === height);
    return `| ${looks.map((look) => picture(screen, stop, look)).join(' | ')} |`;
  });
  return `## ${stop.title}

${stop.caption}

| Light | Dark |
| --- | --- |
${rows.join('\n')}
`;
}

const screenPage = (screen: TourScreen): string =>
  `# ${screen.title}

${screen.about} [All screens](../README.md)

${screen.stops.map((stop) => section(screen, stop)).join('\n')}`;

function summary(screen: TourScreen): string {
  const [first] = screen.stops;
  const [light, dark] = LOOKS;
  const shown =
    first === undefined || light === undefined || dark === undefined
      ? ''
      : `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="${pictureName(screen, first, dark)}">
  <img src="${pictureName(screen, first, light)}" width="${COLUMN}" alt="${screen.title}: ${first.title}">
</picture>
`;
  const page = `${screen.name}/README.md`;
  const states = screen.stops.map((stop) => `[${stop.title}](${page}#${anchor(stop.title)})`);
  return `## [${screen.title}](${page})

${screen.about}

${shown}
${states.join(' · ')}
`;
}

function frontPage(screens: readonly TourScreen[]): string {
  const stops = screens.reduce((sum, screen) => sum + screen.stops.length, 0);
  return `# Tour

Every screen of Perch in every state: ${stops} states, each in light and dark, at the size the window
opens with and at the smallest it can have. \`npm run tour\` takes the pictures anew, on the sample
data and with the time standing still; \`npm run tour -- connect\` those of one screen. These pages are
written by it too.

${screens.map(summary).join('\n')}`;
}

/** The tour's pages in Markdown by their path below its folder: one that leads to all, one a screen. */
export const pages = (screens: readonly TourScreen[]): ReadonlyMap<string, string> =>
  new Map([
    ['README.md', frontPage(screens)],
    ...screens.map((screen) => [`${screen.name}/README.md`, screenPage(screen)] as const),
  ]);
