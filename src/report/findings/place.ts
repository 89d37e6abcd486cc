import type { Source } from '../../model/index.ts';

/** `plan.txt:412`, as editors and terminals open it. */
export const placeOf = ({ document, lineStart }: Pick<Source, 'document' | 'lineStart'>): string => `${document}:${lineStart}`;
