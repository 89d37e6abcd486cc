/** Pages for the producers: HTML, and, where LibreOffice needs more than that, its own flat XML. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const FONT = "'Noto Sans CJK JP','IPAGothic',sans-serif";

const page = (style: string, body: string): string =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><style>body{font:10.5pt ${FONT}}p{margin:0}${style}</style><body>${body}</body></html>`;

const paragraph = (line: string): string => (line.trim() === '' ? '<p style="line-height:.6">&nbsp;</p>' : `<p>${escaped(line)}</p>`);

const paragraphs = (text: string): string => text.split('\n').map(paragraph).join('\n');

/** Line after line, as in the text. */
export const plainPage = (text: string): string => page('@page{size:A4;margin:20mm}', paragraphs(text));

/** Columns on a page, its measures in millimetres, its letters in points. */
export interface Columns {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly size: number;
}

/** Text in columns, for Chromium. */
export const inColumns = (text: string, { count, width, height, gap, size }: Columns): string =>
  page(
    `@page{size:${width}mm ${height}mm;margin:15mm}body{font-size:${size}pt;column-count:${count};column-gap:${gap}mm}`,
    paragraphs(text),
  );

/** The same for LibreOffice, which does not set HTML in columns. */
export function inColumnsOfOffice(text: string, { count, width, height, gap, size }: Columns): string {
  const names = ['office', 'style', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
  const lines = text.split('\n').map((line) => `<text:p text:style-name="P">${escaped(line)}</text:p>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${names} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-size="${size}pt" style:font-size-asian="${size}pt"/></style:style>
<style:page-layout style:name="M"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" fo:margin="15mm"><style:columns fo:column-count="${count}" fo:column-gap="${gap}mm"/></style:page-layout-properties></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="M"/></office:master-styles>
<office:body><office:text>${lines.join('')}</office:text></office:body></office:document>`;
}

/** A table: its head, its rows, and how wide its columns are, in per cent. A line break in a cell is one. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

const cells = (texts: readonly string[], widths: readonly number[], valign: string): string =>
  `<tr>${texts.map((text, i) => `<td width="${widths[i]}%" valign="${valign}">${escaped(text).replaceAll('\n', '<br>')}</td>`).join('')}</tr>`;

/** Where the pages of a table end: so many lines stand above it, and its head may stand on each page. */
export interface Cut {
  readonly above: number;
  readonly repeats: boolean;
}

/** Paragraphs and tables on pages so low that they cut rows in two. */
export function cutPages(parts: readonly (string | Table)[], border: boolean, { above, repeats }: Cut): string {
  const body = parts.map((part) => {
    if (typeof part === 'string') return paragraph(part);
    const head = cells(part.head, part.widths, 'top');
    const rows = part.rows.map((row) => cells(row, part.widths, 'top')).join('\n');
    return `<table border="${Number(border)}" cellspacing="0" cellpadding="5" width="100%">${repeats ? `<thead>${head}</thead>` : ''}<tbody>${repeats ? '' : head}${rows}</tbody></table>`;
  });
  const lines = Array.from({ length: above }, (_, i) => paragraph(`この行は${'一二三四五六七八九'[i]}番目の見本である。`));
  return page('@page{size:210mm 92mm;margin:12mm}td{text-align:left}', ['<p>見本</p>', ...lines, ...body].join('\n'));
}

/** Paragraphs and tables, ruled or not, on a page; the text of a cell at its top or in its middle. */
export function tablePage(parts: readonly (string | Table)[], border: boolean, valign: 'top' | 'middle' = 'top'): string {
  const body = parts.map((part) =>
    typeof part === 'string'
      ? paragraph(part)
      : `<table ${border ? 'border="1"' : 'border="0"'} cellspacing="0" cellpadding="6" width="100%">${[part.head, ...part.rows].map((row) => cells(row, part.widths, valign)).join('\n')}</table>`,
  );
  // LibreOffice leaves out the first paragraph of HTML.
  return page('td{text-align:left}', ['<p>見本</p>', ...body].join('\n'));
}
