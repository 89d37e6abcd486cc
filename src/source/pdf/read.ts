import { hash } from 'node:crypto';
import type { Document, Line, Page } from '../document.ts';
import { isJapanese, isLegible } from './legible.ts';
import { type OpenPdf, openPdf } from './open.ts';
import type { PdfOptions } from './options.ts';
import { type PageLine, Pages } from './page.ts';
import { illegible, noText } from './trouble.ts';
import { joinedText } from './wrap.ts';

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
  const laid = new Pages();
  for (const [at, number] of pdf.pages.entries()) {
    progress?.(at, pdf.pages.length);
    laid.add(await pdf.page(number));
  }
  progress?.(pdf.pages.length, pdf.pages.length);
  const pages = numbered(laid.lines(), pdf.pages);
  if (pages.every(({ lines }) => lines.length === 0)) throw noText(name, pdf.pages.length);
  const texts = pages.map(({ lines }) => lines.map((line) => line.text).join('\n'));
  const garbled = pages[texts.findIndex((text) => !isLegible(text))];
  if (garbled) throw illegible(name, garbled.number);
  const printed = texts.join('\f');
  if (!isJapanese(printed)) throw illegible(name, null);
  return { name, hash: hash('sha256', printed), encoding: 'pdf', pages };
}

/** Where a line stands: on which page, and which of its printed lines it is. */
interface Place {
  readonly page: number;
  readonly from: number;
  readonly to: number;
}

/** A line that goes on behind a page break is one, where it begins. */
function numbered(pages: readonly (readonly PageLine[])[], numbers: readonly number[]): Page[] {
  const places = new Map<PageLine, Place>();
  const behind = new Map<PageLine, PageLine[]>();
  for (const [i, lines] of pages.entries()) {
    let at = 0;
    for (const line of lines) {
      places.set(line, { page: numbers[i] ?? 0, from: at + 1, to: at + line.count });
      at += line.count;
      if (line.behind) behind.set(line.behind, [...(behind.get(line.behind) ?? []), line]);
    }
  }
  let number = 0;
  return pages.map((lines, i) => ({
    number: numbers[i] ?? 0,
    lines: lines.flatMap((line): Line[] => {
      const place = places.get(line);
      if (line.behind || !place) return [];
      // A number is left out where lines stand apart, as a blank line of a text has one.
      number += line.apart ? 2 : 1;
      return [lineAt(number, place, [line, ...(behind.get(line) ?? [])], places)];
    }),
  }));
}

function lineAt(number: number, { page, from, to }: Place, parts: readonly PageLine[], places: ReadonlyMap<PageLine, Place>): Line {
  const last = parts.at(-1);
  const end = (last && places.get(last)) ?? { page, to };
  const red = parts.flatMap((part) => part.red);
  const cell = parts[0]?.cell;
  return {
    number,
    onPage: from,
    ...(end.page !== page ? { pageEnd: end.page } : {}),
    ...(end.page !== page || end.to > from ? { onPageEnd: end.to } : {}),
    text: parts.map(({ text }) => text).reduce(joinedText),
    ...(cell ? { cell } : {}),
    ...(red.length > 0 ? { red } : {}),
  };
}
