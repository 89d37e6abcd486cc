import type { Source } from '../model/index.ts';

/** `plan.txt:412`, as editors and terminals open it; `plan.pdf:p3:12`, for there lines count within the page. */
export const placeOf = (source: Pick<Source, 'document' | 'page' | 'lineStart'>): string => `${source.document}:${lineOf(source)}`;

/** The line alone; a PDF's lines count within their page: `p3:12`. */
export const lineOf = ({ document, page, lineStart }: Pick<Source, 'document' | 'page' | 'lineStart'>): string =>
  `${/\.pdf$/i.test(document) ? `p${page}:` : ''}${lineStart}`;
