export * from './catalog.ts';
export * from './decimal.ts';
export * from './errors.ts';
export * from './records.ts';
export * from './rubric.ts';
export * from './score.ts';
export * from './text.ts';
