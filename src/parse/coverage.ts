import type { TextLine } from './lines.ts';

export interface CoverageRow {
  readonly name: string;
  readonly group: '被保険者' | '被扶養者' | '';
  readonly population: string | null;
  readonly planned: string | null;
  readonly rate: string | null;
  readonly lines: readonly TextLine[];
}

export function readCoverage(_lines: readonly TextLine[]): CoverageRow[] {
  return [];
}
