import type { Explainer } from './explanation.ts';

export type { ExplainedPassage, Explainer, Explanation, FindingExplanation, TargetExplanation } from './explanation.ts';

/** Every format that `kpi explain --format` takes. */
export const EXPLAINERS = {
  text: async (): Promise<Explainer> => (await import('./text.ts')).text,
  json: async (): Promise<Explainer> => (await import('./json.ts')).json,
} as const;

export type ExplainFormat = keyof typeof EXPLAINERS;
