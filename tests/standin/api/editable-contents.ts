import { WebContentsCore } from './web-contents-core.ts';

/** Editing what has the focus in a page, and its developer tools, which nobody sees here. */
export class EditableContents extends WebContentsCore {
  async insertText(text: string): Promise<void> {
    await (await this.page).target.session.send('Input.insertText', { text });
  }

  /** Cut, copy and the like, on what has the focus. */
  undo(): void {
    this.#edit('Undo');
  }

  redo(): void {
    this.#edit('Redo');
  }

  cut(): void {
    this.#edit('Cut');
  }

  copy(): void {
    this.#edit('Copy');
  }

  paste(): void {
    this.#edit('Paste');
  }

  pasteAndMatchStyle(): void {
    this.#edit('PasteAndMatchStyle');
  }

  delete(): void {
    this.#edit('Delete');
  }

  selectAll(): void {
    this.#edit('SelectAll');
  }

  unselect(): void {
    this.#edit('Unselect');
  }

  openDevTools(): void {
    // Nobody looks: the tests have DevTools of their own.
  }

  closeDevTools(): void {
    // Never open.
  }

  toggleDevTools(): void {
    // Nobody looks: the tests have DevTools of their own.
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  isDevToolsFocused(): boolean {
    return false;
  }

  #edit(command: string): void {
    void this.doWithPage(({ target }) =>
      target.session.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key: 'Unidentified',
        commands: [command],
      }),
    );
  }
}
