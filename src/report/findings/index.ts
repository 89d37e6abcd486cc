import type { FindingsFormatter } from './formatter.ts';

export type { FindingsContext, FindingsFormatter } from './formatter.ts';

/** Every format that `kpi check --format` takes. */
export const FINDINGS_FORMATTERS = {
  stylish: async (): Promise<FindingsFormatter> => (await import('./stylish.ts')).stylish,
  json: async (): Promise<FindingsFormatter> => (await import('./json.ts')).json,
} as const;

export type FindingsFormat = keyof typeof FINDINGS_FORMATTERS;
