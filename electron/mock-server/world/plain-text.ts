/** What Markdown says without its marks: headings, emphasis, code, links, list marks. */
export function plainText(markdown: string): string {
  if (!/[*_#`[~+]/.test(markdown)) return markdown;
  return markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/^ {0,3}#{1,6} +/, '')
        .replace(/^( *)[*+] +/, '$1- ')
        .replaceAll(/!?\[([^\][]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
        .replaceAll(/(\*\*|__|~~)([^*_~]{1,500})\1/g, '$2')
        .replaceAll(/(?<![\w*])\*([^*\s][^*]{0,500})\*(?![\w*])/g, '$1')
        .replaceAll(/`([^`]{1,500})`/g, '$1'),
    )
    .join('\n');
}
