/** Who belongs to whom: children close with their parent. */
export class WindowFamily<W extends { destroy(): void }> {
  readonly #parents = new Map<W, W>();

  parentOf(window: W): W | null {
    return this.#parents.get(window) ?? null;
  }

  childrenOf(window: W): W[] {
    return [...this.#parents].filter(([, parent]) => parent === window).map(([child]) => child);
  }

  adopt(child: W, parent: W | null): void {
    for (let above = parent; above !== null; above = this.parentOf(above))
      if (above === child) throw new Error('A window cannot be its own parent');
    if (parent === null) this.#parents.delete(child);
    else this.#parents.set(child, parent);
  }

  /** The window has closed. */
  bury(window: W): void {
    this.#parents.delete(window);
    for (const child of this.childrenOf(window)) child.destroy();
  }
}
