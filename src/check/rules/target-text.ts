import { NO_SLIPS, TERMS } from '../../catalog/terms.ts';
import type { Target } from '../../model/index.ts';
import { compact } from '../compact.ts';
import { contradictions } from '../contradictions.ts';
import { nearMisses } from '../near-miss.ts';
import type { Rule, Slip } from '../rule.ts';
import { lastUpTo } from '../search.ts';

/** `…査定額を対前度以上とする`; `頻回（施術日数が月10日以上）` above a KPI on `月 15日以上の施術` */
export const targetText: Rule = {
  id: 'target/text',
  severity: 'warning',
  summary: {
    ja: 'KPIの文の誤記、またはKPIの定義と食い違う本文の数字',
    en: "a slip of the pen in a KPI's sentence, or a number in the prose that contradicts its definition",
  },
  explanation: {
    ja: `KPIの文にある語が、決まった用語（対前年度、サービススタンダードなど）と一文字だけ違うときに示します。
また、指標名に含まれる数字（施術箇所３部位以上、月15日以上、受診勧奨後３か月以内など）と、計画の同じ施策の本文にある同じ言い回しの数字を比べます。違っていても、支部が照会の範囲を別に決めているのかもしれないので「注記」です。

例：査定額を対前度以上とする（対前年度）
例：多部位（施術箇所が３部位以上）かつ頻回（施術日数が月10日以上）の申請について（KPIは月 15日以上）`,
    en: `A word in a KPI's sentence that is one character from a set term (対前年度, サービススタンダード …) is shown.
The numbers in an indicator's name (施術箇所３部位以上, 月15日以上, 受診勧奨後３か月以内 …) are compared with the same wording in a plan's prose on the same measure. The prose may mean a range of its own, so a difference is only a note.

Example: 査定額を対前度以上とする (対前年度)
Example: 多部位（施術箇所が３部位以上）かつ頻回（施術日数が月10日以上）の申請について (the KPI says 月 15日以上)`,
  },
  *check({ paper: { document, family, records } }) {
    yield* misspelt(records.targets);
    // What a report tells of in its prose is what was done, in the range that was chosen for it.
    if (family === 'plan') yield* contradictions(document, records.targets);
  },
};

/** All statements are looked through at once, for a word is found in a long text as fast as in a short one. */
function* misspelt(targets: readonly Target[]): Iterable<Slip> {
  const texts = targets.map(({ source }) => compact(source.quote));
  const starts: number[] = [];
  let length = 0;
  for (const { text } of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  const found = new Map<string, Slip>();
  for (const { from, to, word } of nearMisses(texts.map(({ text }) => text).join('\n'), TERMS)) {
    const at = lastUpTo(starts, from);
    const [target, text, start = 0] = [targets[at], texts[at], starts[at]];
    if (!target || !text || text.text.includes(word) || isWord(text.text, from - start, to - start)) continue;
    const key = `${at} ${word}`;
    if (!found.has(key))
      found.set(key, slip(target, text.printed(from - start, to - start), text.text.slice(from - start, to - start), word));
  }
  yield* found.values();
}

const slip = ({ source }: Target, printed: string, said: string, word: string): Slip => ({
  message: { ja: `「${said}」は「${word}」の誤記と思われます。`, en: `“${said}” looks like a slip for ${word}.` },
  source,
  marks: [printed],
});

const isWord = (text: string, from: number, to: number): boolean =>
  NO_SLIPS.some((word) => {
    const at = text.indexOf(word);
    return at >= 0 && at <= from && at + word.length >= to;
  });
