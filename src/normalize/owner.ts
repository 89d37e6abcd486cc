import type { Indicator, Source } from '../model/index.ts';
import type { TextLine } from '../parse/lines.ts';

/** Whose paper it is. */
export interface Owner {
  readonly branch: string;
  readonly branchId: string;
  readonly fiscalYear: number;
  readonly document: string;
}

/** What the plans of one file share: the likeness of their headings to the catalog's measures. */
export type Likeness = Map<Indicator, Map<string, number>>;

/** The place of a record: its lines, each as printed but for the space around it. A PDF's lines count within their page. */
export function sourceOf(told: readonly TextLine[], document: string): Source {
  // A finding that sets two places beside each other names them as it found them.
  const lines = isInOrder(told) ? told : [...told].sort((a, b) => a.number - b.number);
  const first = lines[0];
  const last = lines.at(-1) ?? first;
  const page = first?.page ?? 1;
  const pageEnd = last?.pageEnd ?? last?.page ?? page;
  return {
    document,
    page,
    lineStart: first?.onPage ?? first?.number ?? 1,
    lineEnd: last?.onPageEnd ?? last?.onPage ?? last?.number ?? 1,
    ...(last?.onPage !== undefined && pageEnd !== page ? { pageEnd } : {}),
    quote: lines.map((line) => line.raw.trim()).join('\n'),
  };
}

const isInOrder = (lines: readonly TextLine[]): boolean => lines.every((line, at) => line.number >= (lines[at - 1]?.number ?? 0));

/** Records in the order of the document. */
export function byPlace(a: { readonly source: Source }, b: { readonly source: Source }): number {
  return a.source.page - b.source.page || a.source.lineStart - b.source.lineStart;
}
