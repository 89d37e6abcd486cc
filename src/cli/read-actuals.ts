import { type ActualsOptions, type ActualsReading, readActuals } from '../actuals/read.ts';
import type { Actual, Finding, KpiRecord } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { proposalsFor } from '../normalize/propose.ts';
import type { Document } from '../source/document.ts';
import { readDocument } from '../source/read.ts';

export interface ActualsFile extends ActualsReading {
  readonly document: Document;
  readonly records: readonly KpiRecord[];
}

/** A CSV of actuals, in any encoding that a document may have. */
export async function readActualsFile(path: string, options: { readonly encoding?: string }, given: ActualsOptions): Promise<ActualsFile> {
  const document = await readDocument(path, options);
  const text = document.pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n');
  const reading = readActuals(document.name, text, given);
  const { actuals, efforts } = reading;
  const findings = await withProposals(reading.findings, actuals, given.catalog);
  return { actuals, efforts, findings, document, records: [...actuals, ...efforts, ...findings] };
}

/** An indicator that is neither in the catalog nor among the targets gets the proposal that it gets in a plan. */
async function withProposals(findings: Finding[], actuals: readonly Actual[], catalog: Catalog): Promise<Finding[]> {
  const isUnknown = ({ rule }: Finding) => rule === 'indicator/unknown';
  const rows = new Set(findings.filter(isUnknown).map(({ source }) => source.lineStart));
  const unknown = new Map(actuals.filter(({ source }) => rows.has(source.lineStart)).map((actual) => [actual.source.lineStart, actual]));
  const proposals = new Map((await proposalsFor([...unknown.values()], catalog)).map((one) => [one.source.lineStart, one]));
  return findings.map((one) => (isUnknown(one) ? (proposals.get(one.source.lineStart) ?? one) : one));
}
