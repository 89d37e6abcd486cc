import { fromReader } from '../from-reader.ts';
import type { Rule } from '../rule.ts';

/** What the readers of all families find while they read, with its explanation. Findings about results are among the rules of results. */
const DESCRIBED: readonly Omit<Rule, 'check'>[] = [
  {
    id: 'target/unread',
    severity: 'warning',
    summary: { ja: 'KPIの標示があるのに、目標を読み取れない', en: 'a KPI marker that gave no target' },
    explanation: {
      ja: `KPIの標示（■ KPI：、【KPI】など）や箇条の後に、目標として読める文がないときに示します。数字や文末が抜けていることも、知らない書き方のこともあります。どちらにしても、その目標は記録されていません。

例：■ KPI：◯◯率を　　％以上とする`,
      en: `A KPI marker (■ KPI：, 【KPI】 …) or an item is followed by nothing that can be read as a target. The figure or the end of the sentence may be missing, or the wording be unknown; either way the target is not on record.

Example: ■ KPI：◯◯率を　　％以上とする`,
    },
  },
  {
    id: 'target/doubtful',
    severity: 'warning',
    summary: { ja: '指標名に、目標かもしれない数字が残っている', en: 'a figure left in a name may be a target' },
    explanation: {
      ja: `名寄せできない指標名に、助詞の後の数字や範囲が残っているときに示します。目標は読んだとおりに記録されますが、原文を確かめてください。

例：訪問件数を 30件〜50件とし、満足度を 80％以上とする`,
      en: `A name that the catalog does not know holds a figure behind a particle, or a range. The target is kept as read; look at its sentence.

Example: 訪問件数を 30件〜50件とし、満足度を 80％以上とする`,
    },
  },
  {
    id: 'document/scope',
    severity: 'warning',
    summary: { ja: '指定された支部や年度が、文書の記載と違う', en: 'the branch or year given is not what the document says' },
    explanation: {
      ja: `--branch と --year は、文書に書かれていないときに補うものです。文書に別の支部や年度が書かれていれば、文書のとおりに読み、食い違いを示します。

例：--year 2022 を付けて読んだ「令和3年度 事業計画」`,
      en: `--branch and --year fill in what a document does not say. Where it says otherwise, its own word is kept and the contradiction shown.

Example: 令和3年度 事業計画, read with --year 2022`,
    },
  },
  {
    id: 'document/no-target',
    severity: 'warning',
    summary: { ja: '目標も実績も見つからない', en: 'no target and no result was found' },
    explanation: {
      ja: `文書全体から、KPIの目標も実績も一つも読み取れなかったときに示します。別の文書か、文字を取り出せていない可能性があります。

例：事業計画の表紙や目次だけのファイル、KPIを掲げない挨拶文`,
      en: `Not one target or result was read in the whole document: it may be another paper, or its text was not extracted.

Example: a file with the cover and the contents of a 事業計画 only, or a letter that sets no KPI`,
    },
  },
];

export const READER_RULES: readonly Rule[] = DESCRIBED.map(fromReader);
