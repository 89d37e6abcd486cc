import type { Formatter } from './report.ts';

export type { Context, Formatter, Report } from './report.ts';

/** Every format that `--format` takes. Each is loaded only when it is asked for. */
export const FORMATTERS = {
  table: async (): Promise<Formatter> => (await import('./table.ts')).table,
  json: async (): Promise<Formatter> => (await import('./json.ts')).json,
  ndjson: async (): Promise<Formatter> => (await import('./ndjson.ts')).ndjson,
  csv: async (): Promise<Formatter> => (await import('./csv.ts')).csv,
  md: async (): Promise<Formatter> => (await import('./md.ts')).md,
} as const;

export type Format = keyof typeof FORMATTERS;
