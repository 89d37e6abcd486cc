/** 分野: the three areas of a 事業計画. */
export const AREAS = ['基盤的保険者機能', '戦略的保険者機能', '組織・運営体制'] as const;
export type Area = (typeof AREAS)[number];
