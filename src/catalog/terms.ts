/**
 * The words of KPI statements in which a slip of the pen is told by one character: `対前度` for 対前年度, `サービススタンダート` for
 * サービススタンダード. Folded, without spaces; only words that nothing else in these papers is like.
 */
export const TERMS: readonly string[] = [
  '対前年度',
  'サービススタンダード',
  '社会保険診療報酬支払基金',
  '再審査レセプト',
  'レセプト点検',
  '柔道整復施術療養費',
  '日本年金機構',
  '資格喪失後受診',
  '返納金債権',
  '被扶養者資格',
  '確認対象事業所',
  '生活習慣病予防健診',
  '事業者健診データ',
  '特定健康診査',
  '特定保健指導',
  '健康宣言事業所',
  '健康保険委員',
  'ジェネリック医薬品',
  '地域医療構想調整会議',
  '医療審議会',
  '医療提供体制',
  '一般競争入札',
  '一者応札',
  'オンライン資格確認',
  'マイナンバー',
  '限度額適用認定証',
  '高額療養費',
  'インセンティブ',
];

/** Words of their own that are one character from a term. */
export const NO_SLIPS: readonly string[] = [
  '対象年度',
  '対当年度',
  '対前々年度',
  '対前年々度',
  '医療供給体制',
  '事業所健診データ',
  '事業主健診データ',
  '一社応札',
];
