/** The public library: read documents into records, score them. */
export type { ActualsReading } from './actuals/read.ts';
export { readActuals } from './actuals/read.ts';
export { template } from './actuals/template.ts';
export { RUBRICS } from './catalog/rubrics/index.ts';
export * from './model/index.ts';
export { parseBranch } from './normalize/branch.ts';
export { type Catalog, createCatalog } from './normalize/catalog.ts';
export { parseFiscalYear } from './normalize/fiscal-year.ts';
export { type ParseOptions, type Reading, readPaper as parseDocument } from './normalize/paper.ts';
export { proposeIndicators } from './normalize/propose.ts';
export { extractQuantities, type Quantity } from './normalize/quantities.ts';
export { type ScoreInput, score } from './score/score.ts';
export type { Document, Line, Page } from './source/document.ts';
export { expandPaths, readDocument } from './source/read.ts';
export { decodeText, documentFromText } from './source/text.ts';
