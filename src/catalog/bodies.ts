/**
 * Bodies beside 全国健康保険協会 that publish papers of the same kinds, as their titles name them: `令和６年度 岐阜県国民健康保険団体連合会 事業計画`.
 * Matches folded text without spaces.
 */
export const BODY =
  /(?:独立行政法人|国立研究開発法人|地方独立行政法人)[^\d\s()「」、。]{2,20}?(?:機構|センター|研究所|振興会|協会|基金|機関|病院|大学校|院)|(?<=^|年度|[)】])[^\d\s()「」、。年度]{1,20}?(?:国民健康保険団体連合会|国保連合会|健康保険組合|後期高齢者医療広域連合|共済組合|市|町|村)(?=$|[^一-鿿]|第|総合|国民|データ|事業|実施|保健)/;

/** The whole of such a name, as `--branch` takes it. */
export const BODY_NAME = new RegExp(`^(?:${BODY.source})$`);
