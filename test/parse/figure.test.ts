import { describe, expect, it } from 'vitest';
import { type Figure, figuresIn } from '../../src/parse/figure.ts';
import { fold } from '../../src/source/fold.ts';

/** `使用率 51.1% 令和2年9月時点 #13 = 23/45` */
function said({ name, number, magnitude, unit, asOf, year, rank, numerator, denominator, nation }: Figure): string {
  return [
    nation ? '全国' : name,
    number === null ? '' : number + magnitude + unit,
    asOf ?? '',
    year ?? '',
    rank === null ? '' : `#${rank}`,
    denominator === null ? '' : `= ${numerator}/${denominator}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function read(line: string) {
  const raw = line.replaceAll(' ', '');
  return figuresIn({ text: fold(raw), raw });
}

describe('figures in running text', () => {
  it.each<[line: string, figures: string[]]>([
    // The name in front, the time behind or before
    ['SS達成状況：100％（9月末）', ['SS達成状況 100% 9月末']],
    ['郵送化率は94.6％', ['郵送化率 94.6%']],
    ['生活習慣病予防健診受診率 28.0%（令和2年9月末現在）', ['生活習慣病予防健診受診率 28.0% 令和2年9月末現在']],
    ['令和２年７月：80.6%', ['80.6% 令和２年７月']],
    ['令和2年9月時点使用率：51.1%', ['使用率 51.1% 令和2年9月時点']],
    ['上期実績：96.80%', ['96.80% 上期']],
    ['８月診療分までの使用割合は81.2％', ['使用割合 81.2% ８月診療分まで']],
    ['R4.4～6月送付分 10.9％', ['10.9% R4.4～6月送付分']],
    ['58.91%（R2.9.30現在）', ['58.91% R2.9.30現在']],
    ['第3四半期 95.9％', ['95.9% 第3四半期']],
    ['93.2％ 9月末現在', ['93.2% 9月末現在']],
    ['約88％（12月末）', ['88% 12月末']],
    // Units, magnitudes, none at all
    ['健康宣言事業所数 １，２３４事業所', ['健康宣言事業所数 1,234事業所']],
    ['査定額：5,120円', ['査定額 5,120円']],
    ['宣言事業所数 11万事業所', ['宣言事業所数 11万事業所']],
    ['査定率：0.341', ['査定率 0.341']],
    // Rank
    ['回収率：44.57%（全国16位）', ['回収率 44.57% #16']],
    ['回収率 44.57％・全国順位：第16位', ['回収率 44.57% #16']],
    ['回収率 44.57％（9月末、47支部中16位）', ['回収率 44.57% 9月末 #16']],
    // Counts
    ['16.67%（2/12件）', ['16.67% = 2/12']],
    ['1件／6件（16.67％）', ['16.67% = 1/6']],
    ['907件／96,681件（上期）', ['上期 = 907/96,681']],
    ['一者応札割合：12件中2件', ['一者応札割合 = 2/12']],
    ['13.2％（実施者 1,320人／対象者 10,000人）', ['13.2% = 1,320/10,000']],
    // The only two counts are kept where the rate is a little off, for a check to say so
    ['13.3％（実施者 1,320人／対象者 10,000人）', ['13.3% = 1,320/10,000']],
    // What they do not come near, or counts by other names a little off, is not theirs
    ['33.1％（実施者 1,320人／対象者 10,000人）', ['33.1%']],
    ['13.5％（郵送 1,320人／来所 10,000人）', ['13.5%']],
    ['13.3％（実施者 1,320人／対象者 10,000人／辞退者 80人）', ['13.3%']],
    // Several figures
    ['使用率：51.1%（年度累計 57.8%）', ['使用率 51.1%', '使用率 57.8% 年度累計']],
    ['9月末：51.1％ 10月末：52.0％', ['51.1% 9月末', '52.0% 10月末']],
    ['86.45％（全国平均84.1％、全国14位）', ['86.45% #14', '全国 84.1%']],
    ['0.297％（令和2年度 0.312％）', ['0.297%', '0.312% 令和2年度']],
    // No results: comparisons, targets
    ['81.5％（8月末、対前年同期＋1.2ポイント）', ['81.5% 8月末']],
    ['目標95.0％ 実績93.2％', ['93.2%']],
    ['達成率 98.1％', []],
    ['全体では前年度比73％', []],
    // Numbers inside words and sentences
    ['3部位以上かつ15日以上の請求件数：907件', ['3部位以上かつ15日以上の請求件数 907件']],
    ['月15日以上の施術の申請', []],
    ['使用割合の低い医療機関（28医療機関）に対し、', []],
    ['前年度の53％と落ち込みが激しい', []],
    ['参加率100%（全10医療圏で参加）', ['参加率 100%']],
    ['後期高齢者支援金', []],
    // Not written so that it can be read with certainty
    ['1億2,000万円', []],
  ])('%s', (line, figures) => {
    expect(read(line).figures.map(said)).toEqual(figures);
  });

  it.each([
    ['郵送化率 95.9％（9月末）【未達成】', '未達成'],
    ['95.9％ △', '△'],
    ['1,143事業所（達成）', '達成'],
    ['95.9％', null],
    ['○ 市内の事業所 45社', null],
  ])('%s stands %s', (line, verdict) => {
    expect(read(line).verdict).toBe(verdict);
  });

  it.each([
    ['93.2％', '93.2％'],
    ['１６．６７％（２／１２件）', '１６．６７％（２／１２件）'],
    ['907件／96,681件（上期）', '907件／96,681件'],
    ['使用率：51.1%（9月末）', '51.1%'],
  ])('the text of %s is %s, as printed', (line, text) => {
    expect(read(line).figures[0]?.text).toBe(text);
  });

  it.each([
    ['支部実施分は前年度比53％と落ち込みが激しい', '支部実施分は前年度比53%と落ち込みが激しい'],
    ['90.8％となっており、目標を達成', 'となっており、目標を達成'],
    ['令和2年度未提供', '未提供'],
    ['郵送化率 95.9％（9月末）△', ''],
  ])('behind the figures of %s is left: %s', (line, rest) => {
    expect(read(line).rest).toBe(rest);
  });

  it('takes time that is linear in the text', () => {
    for (const unit of ['9月末', '（9月末）', '1%', '率1%', '1/2件', '令和2年', '（', '1,']) {
      const from = performance.now();
      read(unit.repeat(20_000));
      read(unit.repeat(900 / unit.length));
      expect(performance.now() - from).toBeLessThan(500);
    }
  });
});
