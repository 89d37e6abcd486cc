import { describe, expect, it } from 'vitest';
import { inShort, read } from '../normalize/read.ts';

/** What a KPI line promises: one row a wording. */
function reads(rows: readonly (readonly [line: string, target: string])[]): void {
  it.each(rows)('%s', (line, target) => {
    const { targets, findings } = read(`■ KPI：${line}`);
    expect(targets.map(inShort)).toEqual([target]);
    expect(findings).toEqual([]);
  });
}

describe('targets that earlier years decide', () => {
  reads([
    ['債権の回収率について、前年度と過去3年度の平均値のいずれか高い値以上とする', '債権の回収率 >= max_of_previous_year_and_3y_mean'],
    ['点検効果額を過去３年度の平均値以上とする', '点検効果額 >= mean_of_3y'],
    ['事務費を前年度同額以下とする', '事務費 <= previous_year'],
    ['事務費を前年度同額以下に抑える', '事務費 <= previous_year'],
  ]);
});

describe('a figure at a date, within days, cumulative, below zero', () => {
  reads([
    ['令和6年11月末時点のマイナ保険証の利用率を50％以上とする', 'マイナ保険証の利用率 >= 50%'],
    ['令和6年12月末におけるマイナ保険証の利用率を50％以上とする', 'マイナ保険証の利用率 >= 50%'],
    ['マイナ保険証の利用率を令和6年11月末時点で50％以上とする', 'マイナ保険証の利用率 >= 50%'],
    ['マイナ保険証の利用率（令和6年11月末時点）を50％以上とする', 'マイナ保険証の利用率 >= 50%'],
    ['申請から支給までの日数を10営業日以内とする', '申請から支給までの日数 <= 10営業日'],
    ['レセプトの受付から支払までを45日以内とする', 'レセプトの受付から支払まで <= 45日'],
    ['申請から支給までの日数：10営業日以内', '申請から支給までの日数 <= 10営業日'],
    ['出前講座の開催件数を累計100件以上とする', '出前講座の開催件数 >= 100件'],
    ['出前講座を累計で100件以上実施する', '出前講座 >= 100件'],
    ['利用率は概ね50％以上とする', '利用率 >= 50%'],
    ['該当者数を▲2,700人とする', '該当者数 = -2700人'],
    // A decrease of at least so much: ▲2,900人 is more than was promised.
    ['該当者数を▲2,700人以上とする', '該当者数 <= -2700人'],
    ['医療費の伸び率を前年度比マイナス0.5ポイント以上とする', '医療費の伸び率の前年度比増減 <= -0.5ポイント'],
    ['経費を▲5％以内とする', '経費 >= -5%'],
    // A balance is below zero by itself, and better when higher.
    ['経常収支を▲5億円以上とする', '経常収支 >= -500000000円'],
  ]);
});

describe('a direction alone: against the year before, unless another is named', () => {
  reads([
    ['時間外労働を減少させる', '時間外労働 < previous_year'],
    ['参加事業所数を前年度より増加させる', '参加事業所数 > previous_year'],
    ['待ち時間を短縮する', '待ち時間 < previous_year'],
    ['苦情の件数を減らす', '苦情の件数 < previous_year'],
    ['時間外労働を令和2年度より減少させる', '時間外労働の令和2年度比増減 < 0'],
  ]);
});

/** `5％以上削減` is no level: 5 % of paper would be left. It is a level of the reduction, so the name says whose. */
describe('an amount of change, on a name that says so', () => {
  reads([
    ['コピー用紙の使用量を令和2年度比5％以上削減する', 'コピー用紙の使用量の令和2年度比削減率 >= 5%'],
    ['コピー用紙の使用量を令和2年度比5％以上削減', 'コピー用紙の使用量の令和2年度比削減率 >= 5%'],
    ['使用量について、令和2年度と比較して5％以上削減する', '使用量の令和2年度比削減率 >= 5%'],
    ['排出量を2013（平成25）年度比で46％以上削減する', '排出量の2013年度比削減率 >= 46%'],
    ['事業費を対前年度比1.0％以上削減する', '事業費の対前年度比削減率 >= 1.0%'],
    ['経費を5％以上削減する', '経費の削減率 >= 5%'],
    ['相談件数を前年度比100件以上増加させる', '相談件数の前年度比増加幅 >= 100件'],
    ['審査期間を前年度から3日短縮する', '審査期間の前年度比短縮幅 = 3日'],
    ['参加率を対前年度プラス1.0ポイント以上とする', '参加率の対前年度比増減 >= 1.0ポイント'],
    ['実施率を前年度＋2.0％以上とする', '実施率の前年度比増減 >= 2.0%'],
    ['査定額を前年度比マイナス5％以内とする', '査定額の前年度比増減 >= -5%'],
    ['申込件数を対前年度比105％以上とする', '申込件数の対前年度比 >= 105%'],
  ]);
});
