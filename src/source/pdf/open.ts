import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Engine, loadEngine } from './load.ts';
import { matrixFrom } from './matrix.ts';
import { MAX_PAGES, type PdfOptions } from './options.ts';
import { pagesNamed } from './page-range.ts';
import { paint } from './paint.ts';
import type { Painted } from './painted.ts';
import { type Font, PLAIN_FONT } from './text-state.ts';
import { broken, isLocked, pdfTrouble, tooManyPages, wrongPassword } from './trouble.ts';
import { Watch } from './watch.ts';

export interface OpenPdf {
  /** The numbers of the pages to read. */
  readonly pages: readonly number[];
  page(number: number): Promise<Painted>;
  close(): Promise<void>;
}

/** Fonts that pages leave behind are let go after so many. */
const PAGES_KEPT = 100;

/**
 * Nothing that a PDF would run is run: the scripting of pdfjs belongs to its viewer (`enableScripting`, `pdf.sandbox`), which is not
 * loaded; forms of XFA are off, functions of the file are not compiled, and annotations are not read.
 * @throws KpiError when it is broken, locked or too long
 */
export async function openPdf(name: string, bytes: Uint8Array, options: PdfOptions): Promise<OpenPdf> {
  const engine = await loadEngine();
  engine.busy(true);
  const watch = new Watch(name, engine);
  const task = engine.pdfjs.getDocument({
    // A copy: pdfjs hands the bytes on to its thread.
    data: new Uint8Array(bytes),
    worker: engine.worker,
    ...(options.password ? { password: options.password } : {}),
    verbosity: engine.pdfjs.VerbosityLevel.ERRORS,
    cMapUrl: engine.characterMaps,
    cMapPacked: true,
    standardFontDataUrl: engine.standardFonts,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    // Pictures are not looked at.
    maxImageSize: 1,
  });
  const close = async () => {
    watch.end();
    if (watch.stopped) return;
    await task.destroy().catch(() => {});
    engine.busy(false);
  };
  try {
    const document = await watch.over(task.promise, null);
    const pages = pagesNamed(name, options.pages, document.numPages);
    const most = options.maxPages ?? MAX_PAGES;
    if (pages.length > most) throw tooManyPages(name, pages.length, most);
    return { pages, page: (number) => readPage({ name, engine, document, watch }, number), close };
  } catch (error) {
    await close();
    if (!options.password || !(await isLocked(error))) throw await pdfTrouble(name, bytes, error);
    return openWithout(name, bytes, options);
  }
}

/** The password is another file's, then: one that only its owner locked opens without any. */
async function openWithout(name: string, bytes: Uint8Array, { password: _, ...options }: PdfOptions): Promise<OpenPdf> {
  try {
    return await openPdf(name, bytes, options);
  } catch {
    throw wrongPassword(name);
  }
}

interface Reading {
  readonly name: string;
  readonly engine: Engine;
  readonly document: PDFDocumentProxy;
  readonly watch: Watch;
}

async function readPage({ name, engine, document, watch }: Reading, number: number): Promise<Painted> {
  try {
    const page = await watch.over(document.getPage(number), number);
    const list = await watch.over(page.getOperatorList({ annotationMode: engine.pdfjs.AnnotationMode.DISABLE }), number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const operators = { codes: engine.pdfjs.OPS, functions: list.fnArray, arguments: list.argsArray };
    const painted = paint(operators, matrixFrom(transform) ?? [1, 0, 0, -1, 0, height], [width, height], (font) => fontOf(page, font));
    page.cleanup();
    if (number % PAGES_KEPT === 0) await document.cleanup();
    return painted;
  } catch (error) {
    throw broken(name, error, number);
  }
}

function fontOf(page: PDFPageProxy, name: string): Font {
  if (!page.commonObjs.has(name)) return PLAIN_FONT;
  const font: unknown = page.commonObjs.get(name);
  if (typeof font !== 'object' || font === null) return PLAIN_FONT;
  const vertical = 'vertical' in font && font.vertical === true;
  const scale = 'fontMatrix' in font && Array.isArray(font.fontMatrix) ? Number(font.fontMatrix[0]) : PLAIN_FONT.scale;
  return { vertical, scale: scale || PLAIN_FONT.scale };
}
