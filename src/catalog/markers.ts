/**
 * What opens a KPI statement: one row a way of marking, tried in this order. Patterns are sticky, match the folded text from its first
 * character that is no space, and end where the statement begins. A new marker is one row.
 */
export interface KpiMarker {
  readonly pattern: RegExp;
  readonly example: string;
  /** A statement may follow as an item with a `■` of its own: the marker is a heading over its items. */
  readonly heading?: true;
}

/** `KPI` with nothing grammatical behind it: `KPI を確実に達成できるよう` and `KPI項目の進捗管理` are prose. */
const NOT_PROSE = '(?![のをはがとにもでへやなど、]|項目|一覧|並び|達成|設定|管理|を)';

const BULLETS = '(?:[■□◆◇●○◎・]\\s*)*';
const OPEN = '[【《<[«「〔]';
const CLOSE = '[】》>\\]»」〕]';

/** `KPI`, `KPI目標`, `KPI（重要業績評価指標）` */
const KPI = 'KPI\\s*(?:目標|指標)?\\s*(?:\\(\\s*重要業績(?:評価)?指標\\s*\\)\\s*)?';

export const KPI_MARKERS: readonly KpiMarker[] = [
  { pattern: new RegExp(`${BULLETS}${OPEN}\\s*${KPI}${CLOSE}\\s*$`, 'y'), example: '《KPI》', heading: true },
  { pattern: new RegExp(`${BULLETS}${OPEN}\\s*${KPI}${CLOSE}\\s*:?`, 'y'), example: '【KPI】①…' },
  { pattern: new RegExp(`${BULLETS}${KPI}:?\\s*$`, 'y'), example: '■KPI', heading: true },
  { pattern: new RegExp(`(?:[■□◆◇●]\\s*)+${KPI}(?::|${NOT_PROSE})`, 'y'), example: '■ KPI：① …' },
  { pattern: new RegExp(`${BULLETS}${KPI}:`, 'y'), example: 'KPI：…' },
  { pattern: new RegExp(`${BULLETS}KPI\\s*(?=(?:[①-⑳]|\\(\\s*\\d{1,2}\\s*\\))(?![のをはがと]))`, 'y'), example: 'KPI①：…' },
  {
    pattern: new RegExp(`${BULLETS}${OPEN}\\s*重要業績(?:評価)?指標\\s*\\(\\s*KPI\\s*\\)\\s*${CLOSE}\\s*$`, 'y'),
    example: '【重要業績評価指標（KPI）】',
    heading: true,
  },
  { pattern: new RegExp(`${BULLETS}KPI\\s*(?:No\\.?)?\\d{1,2}\\s*[:.]\\s*`, 'y'), example: 'KPI1：…' },
  {
    pattern: new RegExp(
      `${BULLETS}(?:(?:令和|平成|R|H)\\s*(?:元|\\d{1,2})\\s*年度)?\\s*(?:目標|指標|数値目標|成果指標|目標指標|重要業績評価指標)\\s*\\(\\s*KPI\\s*\\)\\s*:?`,
      'y',
    ),
    example: '■令和 3年度目標（KPI）：…',
  },
];

/** A line without it holds no marker; a cheap test before the patterns. */
export const KPI_WORD = 'KPI';

/** The heading of an appendix that repeats the body's KPIs: `KPI一覧表`, `富山支部事業計画 KPI一覧`. */
export const KPI_APPENDIX = /KPI\s*一覧/;

/** The title of a list of KPIs with their results, or of what it comes to: `2020年度 事業計画 KPI一覧 …`, `KPIの達成状況`. */
export const KPI_TITLE = /KPI\s*一覧表?|^\s*[【<]?KPIの?(?:達成状況|実績|結果)(?:一覧|について)?[】>]?\s*$/;

/** The head of the column that an appendix gives to last year's targets; matches a line without its spaces. */
export const PREVIOUS_COLUMN = /^(?:\(参考\))?((?:令和|平成)(?:元|\d{1,2})年度KPI)$/;

/**
 * Marks a row that is shown beside the KPIs for reference and is not one of them: `（参考）第三期…の実施率目標（①～③の合計）`. It stands in the
 * `marker` of the target. Matches in either width.
 */
export const REFERENCE_MARK = /^[(（【[〔<＜]\s*参考[①-⑳\d]*\s*[)）】\]〕>＞]/;
