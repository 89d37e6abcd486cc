/** 本部 and the 47 支部 of 全国健康保険協会; `code` is the prefecture's JIS X 0401 number, `00` the headquarters. */
export interface Branch {
  readonly code: string;
  readonly id: string;
  readonly name: string;
}

/** The name under which the headquarters' figures stand: those of the nation. */
export const HEADQUARTERS = '本部';

const ROWS = `00 honbu 本部
01 hokkaido 北海道
02 aomori 青森
03 iwate 岩手
04 miyagi 宮城
05 akita 秋田
06 yamagata 山形
07 fukushima 福島
08 ibaraki 茨城
09 tochigi 栃木
10 gunma 群馬
11 saitama 埼玉
12 chiba 千葉
13 tokyo 東京
14 kanagawa 神奈川
15 niigata 新潟
16 toyama 富山
17 ishikawa 石川
18 fukui 福井
19 yamanashi 山梨
20 nagano 長野
21 gifu 岐阜
22 shizuoka 静岡
23 aichi 愛知
24 mie 三重
25 shiga 滋賀
26 kyoto 京都
27 osaka 大阪
28 hyogo 兵庫
29 nara 奈良
30 wakayama 和歌山
31 tottori 鳥取
32 shimane 島根
33 okayama 岡山
34 hiroshima 広島
35 yamaguchi 山口
36 tokushima 徳島
37 kagawa 香川
38 ehime 愛媛
39 kochi 高知
40 fukuoka 福岡
41 saga 佐賀
42 nagasaki 長崎
43 kumamoto 熊本
44 oita 大分
45 miyazaki 宮崎
46 kagoshima 鹿児島
47 okinawa 沖縄`;

export const BRANCHES: readonly Branch[] = ROWS.split('\n').map((row) => {
  const [code = '', id = '', name = ''] = row.split(' ');
  return { code, id, name };
});
