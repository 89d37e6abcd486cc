/** A plan of 熊本 for FY2021 with these lines. */
export const plan = (...lines: readonly string[]): string => ['令和3年度 事業計画（熊本支部）', '', ...lines].join('\n');

/** A KPI in which there is nothing to find: a plan without any is one finding. */
export const KPI = '■ KPI：サービススタンダードの達成状況を 100％とする';
