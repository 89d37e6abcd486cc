import type { VerdictRubric } from '../../model/index.ts';

/**
 * 独立行政法人の評定区分: S at 120 % or more with outstanding quality, A 120 %, B 100 to 120 %, C 80 to 100 %, D below 80 %. Quality is for
 * people to judge, so S is never given by the numbers alone, but named as open.
 */
export const IAA: VerdictRubric = {
  kind: 'verdicts',
  id: 'iaa',
  title: { ja: '独立行政法人の評定（S・A・B・C・D）', en: 'ratings of independent administrative agencies (S, A, B, C, D)' },
  source: '独立行政法人の評価に関する指針（総務大臣決定）「評定区分」',
  verdicts: [
    { verdict: 'S', atLeast: '120', judged: { ja: '質的に顕著な成果', en: 'outstanding quality of the outcome' } },
    { verdict: 'A', atLeast: '120' },
    { verdict: 'B', atLeast: '100' },
    { verdict: 'C', atLeast: '80' },
    { verdict: 'D' },
  ],
};
