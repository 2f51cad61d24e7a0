import type { FindInPageOptions, PrintToPDFOptions, Rectangle, WebSource } from 'electron';
import type { Page } from '../page/page.ts';
import { FindInPage, type StopAction } from './find-in-page.ts';
import { createEvent } from './event.ts';
import { sendInput, type SentInput } from './input-events.ts';
import { nativeImageFromBuffer, type NativeImage } from './native-image.ts';
import { PageStyles } from './page-styles.ts';
import { PageZoom } from './page-zoom.ts';
import { printToPdf } from './print-to-pdf.ts';
import { EditableContents } from './editable-contents.ts';
import type { WebContentsHost, WebContentsOptions } from './web-contents-options.ts';
import type { WebContentsSurface } from './web-contents-surface.ts';

export type { WebContentsHost, WebContentsOptions } from './web-contents-options.ts';

/** The number Electron gives the world in which preloads run. */
const PRELOAD_WORLD = 999;

/** A web page and what an app does with it. */
export class WebContents extends EditableContents implements WebContentsSurface {
  readonly #zoom: PageZoom;
  readonly #find = new FindInPage();
  readonly #styles = new PageStyles();
  #userAgent: string | undefined;
  #isMuted = false;
  #frameRate = 60;
  #input: Promise<void> = Promise.resolve();

  constructor(host: WebContentsHost, options: WebContentsOptions) {
    super(host, options);
    const { zoomFactor = 1 } = options.preferences;
    this.#zoom = new PageZoom(zoomFactor, () => this.contentSize);
    if (zoomFactor !== 1) this.#applyZoom();
  }

  /** What finds no page is lost, as in Electron. */
  send(channel: string, ...args: unknown[]): void {
    this.mainFrame.send(channel, ...args);
  }

  sendToFrame(frameId: number | [number, number], channel: string, ...args: unknown[]): boolean {
    const routingId = Array.isArray(frameId) ? frameId[1] : frameId;
    const frame = this.frames.all.find((candidate) => candidate.routingId === routingId);
    frame?.send(channel, ...args);
    return frame !== undefined;
  }

  getType(): 'window' {
    return 'window';
  }

  isLoadingMainFrame(): boolean {
    return this.isLoading();
  }

  reload(): void {
    void this.doWithPage(({ target }) => target.session.send('Page.reload'));
  }

  reloadIgnoringCache(): void {
    void this.doWithPage(({ target }) => target.session.send('Page.reload', { ignoreCache: true }));
  }

  stop(): void {
    void this.doWithPage(({ target }) => target.session.send('Page.stopLoading'));
  }

  canGoBack(): boolean {
    return this.navigationHistory.canGoBack();
  }

  canGoForward(): boolean {
    return this.navigationHistory.canGoForward();
  }

  goBack(): void {
    this.navigationHistory.goBack();
  }

  goForward(): void {
    this.navigationHistory.goForward();
  }

  clearHistory(): void {
    this.navigationHistory.clear();
  }

  /** Waits, as Electron does, until the page has loaded. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.#loadedPage();
    return page.evaluate(String(code), { userGesture });
  }

  async executeJavaScriptInIsolatedWorld(
    worldId: number,
    scripts: WebSource[],
    userGesture = false,
  ): Promise<unknown> {
    const page = await this.#loadedPage();
    const context = await page.contextOfWorld(worldId === PRELOAD_WORLD ? 'preload' : worldId);
    let value: unknown;
    for (const { code } of scripts) value = await page.evaluate(code, { context, userGesture });
    return value;
  }

  async insertCSS(css: string): Promise<string> {
    return this.#styles.insert(await this.page, css);
  }

  async removeInsertedCSS(key: string): Promise<void> {
    await this.#styles.remove(await this.page, key);
  }

  findInPage(text: string, options: FindInPageOptions = {}): number {
    return this.#find.find(
      () => this.page,
      text,
      options,
      (result) => this.emit('found-in-page', createEvent(), result),
    );
  }

  stopFindInPage(action: StopAction): void {
    void this.doWithPage((page) => this.#find.stop(page, action));
  }

  /** The visible part, or a piece of it; in pixels of the screen, whatever the zoom. */
  async capturePage(rect?: Rectangle): Promise<NativeImage> {
    const { session } = (await this.page).target;
    const { cssVisualViewport } = await session.send('Page.getLayoutMetrics');
    const { factor } = this.#zoom;
    const clip =
      rect === undefined
        ? undefined
        : {
            x: cssVisualViewport.pageX + rect.x / factor,
            y: cssVisualViewport.pageY + rect.y / factor,
            width: rect.width / factor,
            height: rect.height / factor,
            scale: 1,
          };
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      ...(clip === undefined ? {} : { clip }),
    });
    return nativeImageFromBuffer(Buffer.from(data, 'base64'));
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    return printToPdf(await this.page, options);
  }

  get zoomFactor(): number {
    return this.getZoomFactor();
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor);
  }

  get zoomLevel(): number {
    return this.getZoomLevel();
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level);
  }

  setZoomFactor(factor: number): void {
    this.#zoom.factor = factor;
    this.#applyZoom();
  }

  getZoomFactor(): number {
    return this.#zoom.factor;
  }

  setZoomLevel(level: number): void {
    this.#zoom.level = level;
    this.#applyZoom();
  }

  getZoomLevel(): number {
    return this.#zoom.level;
  }

  /** Nobody pinches here. */
  async setVisualZoomLevelLimits(minimum: number, maximum: number): Promise<void> {
    if (!(minimum > 0) || maximum < minimum) throw new Error('Invalid zoom level limits');
  }

  get userAgent(): string {
    return this.getUserAgent();
  }

  set userAgent(userAgent: string) {
    this.setUserAgent(userAgent);
  }

  setUserAgent(userAgent: string): void {
    this.#userAgent = userAgent;
    void this.doWithPage((page) => page.overrideUserAgent(userAgent));
  }

  getUserAgent(): string {
    return this.#userAgent ?? this.session.getUserAgent();
  }

  setAudioMuted(muted: boolean): void {
    this.#isMuted = muted;
  }

  isAudioMuted(): boolean {
    return this.#isMuted;
  }

  isCurrentlyAudible(): boolean {
    return false;
  }

  setFrameRate(fps: number): void {
    this.#frameRate = fps;
  }

  getFrameRate(): number {
    return this.#frameRate;
  }

  sendInputEvent(input: SentInput): void {
    // One after the other: what reaches a page that stands still for a key is lost.
    this.#input = this.#input.then(() =>
      this.doWithPage((page) => sendInput(page, input, this.#zoom.factor)).catch(() => undefined),
    );
  }

  focus(): void {
    void this.doWithPage(({ target }) => target.session.send('Page.bringToFront'));
  }

  forcefullyCrashRenderer(): void {
    // The command is never answered: its page is gone.
    this.doWithPage(({ target }) => target.session.send('Page.crash')).catch(() => undefined);
  }

  /** Draws the page as large as before in a window of another size. For the host. */
  relayout(): void {
    if (this.#zoom.factor !== 1) this.#applyZoom();
  }

  #applyZoom(): void {
    void this.doWithPage((page) => this.#zoom.apply(page));
  }

  async #loadedPage(): Promise<Page> {
    const page = await this.page;
    if (this.getURL() === '' || this.isLoadingMainFrame())
      await new Promise<void>((resolve) => {
        this.once('did-stop-loading', resolve);
        this.once('destroyed', resolve);
      });
    return page;
  }
}
