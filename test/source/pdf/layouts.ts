const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const STYLE = `@page{size:A4;margin:20mm}body{font:10.5pt 'Noto Sans CJK JP',sans-serif}p{margin:0}p.blank{line-height:.6}`;

const page = (body: string): string =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><style>${STYLE}</style><body>${body}</body></html>`;

const paragraph = (line: string): string => (line.trim() === '' ? '<p class="blank">&nbsp;</p>' : `<p>${escaped(line)}</p>`);

/** Line after line, as in the text. */
export const plainPage = (text: string): string => page(text.split('\n').map(paragraph).join('\n'));
