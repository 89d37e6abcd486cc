/** The titles in a plan summary (事業計画の概要); matched folded, without spaces and Markdown's signs. */

/** Announces a table of KPIs: `KPIまとめ`, `■KPI一覧`. */
export const TABLE_TITLE = /^(?:[■●◆○]|【|<)?(?:(?:令和|平成|R|H)(?:元|\d{1,2})年度)?(?:の)?KPI(?:の)?(?:まとめ|一覧表?)[】>]?$/;

/** Begins the part of one group, under headings of its own: `令和6年度 業務グループ事業計画（案）の概要`. */
export const PART_TITLE = /事業計画(?:\(案\))?の?概要/;

/** The number of the area in a chapter's: `2-3. 特定健診実施率…の向上`. */
export const CHAPTER = /^(\d)-\d{1,2}[.．)]?/;
