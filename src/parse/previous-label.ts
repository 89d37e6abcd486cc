import type { Promise_ } from './target-phrase.ts';

/** What a figure is called that says what 対前年度以上 comes to. */
export const PREVIOUS_LABEL = '対前年度';

/** Only of 対前年度 is the figure last year's own; `前年度と過去3年度の平均値のいずれか高い値` is a year's or a mean. */
export const labelOf = (promise: Promise_): string =>
  promise.kind === 'relative' && promise.basis === 'previous_year' ? PREVIOUS_LABEL : '目標値';
