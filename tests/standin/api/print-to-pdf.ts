import type { PrintToPDFOptions, Size } from 'electron';
import type { Page } from '../page/page.ts';

/** Inches. */
const SIZES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  letter: [8.5, 11],
  legal: [8.5, 14],
  tabloid: [11, 17],
  ledger: [17, 11],
  a0: [33.1, 46.8],
  a1: [23.4, 33.1],
  a2: [16.54, 23.4],
  a3: [11.7, 16.54],
  a4: [8.27, 11.7],
  a5: [5.83, 8.27],
  a6: [4.13, 5.83],
};

/** Inches; Electron's and Chromium's. */
const MARGIN = 0.4;

function sizeOf(pageSize: string | Size): readonly [number, number] {
  if (typeof pageSize !== 'string') {
    if (typeof pageSize.width !== 'number' || typeof pageSize.height !== 'number')
      throw new TypeError('width and height properties are required for pageSize');
    return [pageSize.width, pageSize.height];
  }
  const size = SIZES[pageSize.toLowerCase()];
  if (size === undefined) throw new Error(`Invalid pageSize ${pageSize}`);
  return size;
}

/** The page as a PDF. Rejects for sizes and margins that Electron refuses. */
export async function printToPdf(page: Page, options: PrintToPDFOptions): Promise<Buffer> {
  const { margins = {}, pageSize = 'letter' } = options;
  const [paperWidth, paperHeight] = sizeOf(pageSize);
  const { top = MARGIN, bottom = MARGIN, left = MARGIN, right = MARGIN } = margins;
  if (Math.max(top, bottom) > paperHeight || Math.max(left, right) > paperWidth)
    throw new Error('margins must be less than or equal to pageSize');
  const { data } = await page.target.session.send('Page.printToPDF', {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
    pageRanges: options.pageRanges ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    paperWidth,
    paperHeight,
  });
  return Buffer.from(data, 'base64');
}
