import { deflateSync } from 'node:zlib';

/** The objects of a PDF, numbered from 1, as a file; the first is its catalog. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const xref = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = length;
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${xref}`));
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A stream object. */
export function stream(dictionary: string, data: string | Uint8Array): Buffer {
  const bytes = Buffer.from(data);
  return Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
}

export const deflated = (data: Uint8Array): Buffer => stream('/Filter /FlateDecode', deflateSync(data, { level: 1 }));

/** Japanese text in a font that is not embedded: its codes are Unicode (UniJIS-UTF16-H). */
export const JAPANESE_FONT = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UTF16-H /DescendantFonts [%d 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /FontDescriptor %d 0 R >>',
  '<< /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
] as const;

/** What pages may have beside their content. */
export interface Extra {
  /** Of the catalog. */
  readonly catalog?: string;
  /** Of all pages: `/CropBox [0 0 300 300]`. */
  readonly pages?: string;
  /** Beside the font: `/ExtGState << … >>`. */
  readonly resources?: string;
  /** Objects, from number 6 on. */
  readonly objects?: readonly (string | Uint8Array)[];
}

/** Pages that each show what their content says; `/F1` is the Japanese font of `encoding`. */
export function pagesOf(
  contents: readonly (string | Uint8Array)[],
  encoding = 'UniJIS-UTF16-H',
  trailer = '',
  { catalog = '', pages = '', resources = '', objects: more = [] }: Extra = {},
): Buffer {
  const first = 6 + more.length;
  const kids = contents.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const [font, descendant, descriptor] = JAPANESE_FONT;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} /MediaBox [0 0 595 842] ${pages} /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`,
    font.replace('%d', '4').replace('UniJIS-UTF16-H', encoding),
    descendant.replace('%d', '5'),
    descriptor,
    ...more,
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * i + 1} 0 R >>`,
      typeof content === 'string' ? stream('', content) : Buffer.from(content),
    ]),
  ];
  return pdfOf(objects, trailer);
}

/** The text operator for a string in the Japanese font. */
export const shown = (text: string): string =>
  `<${Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')}> Tj`;

export const at = (x: number, y: number, text: string, size = 10): string => `BT /F1 ${size} Tf ${x} ${y} Td ${shown(text)} ET\n`;

/** A table with lines around its cells, from the top of a page: rows of cells of lines, in columns so wide. */
export function ruled(rows: readonly (readonly (readonly string[])[])[], widths: readonly number[]): string {
  const [left, top, pitch, padding] = [50, 800, 14, 6];
  const edges = [left];
  for (const width of widths) edges.push((edges.at(-1) ?? left) + width);
  const right = edges.at(-1) ?? left;
  const drawn: string[] = [];
  let y = top;
  for (const row of rows) {
    const bottom = y - Math.max(...row.map((lines) => lines.length)) * pitch - padding;
    for (const [i, lines] of row.entries())
      for (const [j, line] of lines.entries()) drawn.push(at((edges[i] ?? left) + padding, y - (j + 1) * pitch, line));
    drawn.push(`${left} ${y} m ${right} ${y} l S\n`, ...edges.map((x) => `${x} ${y} m ${x} ${bottom} l S\n`));
    y = bottom;
  }
  return `${drawn.join('')}${left} ${y} m ${right} ${y} l S\n`;
}
