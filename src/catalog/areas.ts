import type { Area } from '../model/index.ts';

/** A cheap test: every heading of an area holds one of these. */
export const AREA_HINT = /保険者機|組織/;

/** The characters that a heading of an area may begin with. */
export const AREA_OPENINGS = '基戦組保';

/** How plans print the three 分野, from the FY2020 wording to the FY2024 one; matched from the start of a heading's text. */
export const AREA_HEADINGS: readonly { readonly area: Area; readonly pattern: RegExp }[] = [
  { area: '基盤的保険者機能', pattern: /基盤的保険者機(?:能(?:の盤石化|関係)?|$)/y },
  { area: '戦略的保険者機能', pattern: /戦略的保険者機(?:能(?:の(?:一層|更なる|さらなる)の?発揮|関係)?|$)/y },
  { area: '組織・運営体制', pattern: /(?:保険者機能の強化を支える)?組織[・･]?運営体制(?:等?の整備|関係|関$|$)/y },
];
