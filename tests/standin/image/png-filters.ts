/** The neighbour that predicts best, of left, above and above left (PNG specification, 9.4). */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const byLeft = Math.abs(guess - left);
  const byAbove = Math.abs(guess - above);
  const byCorner = Math.abs(guess - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return Math.floor((left + above) / 2);
    case 4:
      return paeth(left, above, corner);
    default:
      throw new Error(`PNG has no filter ${filter}`);
  }
}

/**
 * Takes the filters off `height` lines of `stride` bytes, each with its filter's number in front.
 * @param step Bytes of one pixel, at least 1.
 */
export function unfilter(lines: Buffer, stride: number, height: number, step: number): Buffer {
  if (lines.length < (stride + 1) * height) throw new Error('The PNG has too few pixels');
  const plain = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    const filter = lines[from - 1] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x < step ? 0 : (plain[to + x - step] ?? 0);
      const above = y === 0 ? 0 : (plain[to + x - stride] ?? 0);
      const corner = x < step || y === 0 ? 0 : (plain[to + x - stride - step] ?? 0);
      plain[to + x] = (lines[from + x] ?? 0) + predict(filter, left, above, corner);
    }
  }
  return plain;
}
