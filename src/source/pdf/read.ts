import { hash } from 'node:crypto';
import type { Document, Line, Page } from '../document.ts';
import { type OpenPdf, openPdf } from './open.ts';
import type { PdfOptions } from './options.ts';
import { linesOfPage, type PageLine, Tables } from './page.ts';
import { noText } from './trouble.ts';

/**
 * Reads a PDF page by page into lines, those of its tables with the cells that they stand in.
 * @throws KpiError when it is broken, locked, or only pictures
 */
export async function documentFromPdf(name: string, bytes: Uint8Array, options: PdfOptions): Promise<Document> {
  const pdf = await openPdf(name, bytes, options);
  try {
    return await read(name, pdf, options);
  } finally {
    await pdf.close();
  }
}

async function read(name: string, pdf: OpenPdf, { progress }: PdfOptions): Promise<Document> {
  const pages: Page[] = [];
  const tables = new Tables();
  const text = { number: 0 };
  for (const [at, number] of pdf.pages.entries()) {
    progress?.(at, pdf.pages.length);
    const painted = await pdf.page(number);
    pages.push({ number, lines: numbered(linesOfPage(painted, tables), text) });
  }
  progress?.(pdf.pages.length, pdf.pages.length);
  if (pages.every(({ lines }) => lines.length === 0)) throw noText(name, pdf.pages.length);
  const printed = pages.map(({ lines }) => lines.map((line) => line.text).join('\n')).join('\f');
  return { name, hash: hash('sha256', printed), encoding: 'pdf', pages };
}

/** A number is left out where lines stand apart, as a blank line of a text has one. */
function numbered(lines: readonly PageLine[], text: { number: number }): Line[] {
  let at = 0;
  return lines.map(({ text: printed, count, apart, cell, red }): Line => {
    text.number += apart ? 2 : 1;
    const onPage = at + 1;
    at += count;
    return {
      number: text.number,
      onPage,
      ...(count > 1 ? { onPageEnd: at } : {}),
      text: printed,
      ...(cell ? { cell } : {}),
      ...(red.length > 0 ? { red } : {}),
    };
  });
}
