import type { FindingsFormatter } from './formatter.ts';

export type { FindingsContext, FindingsFormatter } from './formatter.ts';

/** Every format that `kpi check --format` takes. */
export const FINDINGS_FORMATTERS = {
  stylish: async (): Promise<FindingsFormatter> => (await import('./stylish.ts')).stylish,
  json: async (): Promise<FindingsFormatter> => (await import('./json.ts')).json,
  ndjson: async (): Promise<FindingsFormatter> => (await import('./ndjson.ts')).ndjson,
  md: async (): Promise<FindingsFormatter> => (await import('./md.ts')).md,
  junit: async (): Promise<FindingsFormatter> => (await import('./junit.ts')).junit,
  sarif: async (): Promise<FindingsFormatter> => (await import('./sarif.ts')).sarif,
  github: async (): Promise<FindingsFormatter> => (await import('./github.ts')).github,
  tap: async (): Promise<FindingsFormatter> => (await import('./tap.ts')).tap,
} as const;

export type FindingsFormat = keyof typeof FINDINGS_FORMATTERS;
