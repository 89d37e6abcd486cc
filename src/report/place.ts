import type { Source } from '../model/index.ts';

/** `plan.txt:412`, as editors and terminals open it; `plan.pdf:p3:12`, for there lines count within the page. */
export const placeOf = ({ document, page, lineStart }: Pick<Source, 'document' | 'page' | 'lineStart'>): string =>
  `${document}:${/\.pdf$/i.test(document) ? `p${page}:` : ''}${lineStart}`;
