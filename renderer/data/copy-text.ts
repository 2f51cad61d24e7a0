/**
 * Puts a text on the clipboard; false where the system refuses. The newer way needs a permission and
 * a focused window; where it has not, the older command does it.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const put = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', put);
    try {
      return document.execCommand('copy');
    } finally {
      document.removeEventListener('copy', put);
    }
  }
}
