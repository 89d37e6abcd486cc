import type { Target, Text } from '../../model/index.ts';
import { sameUnit } from '../../normalize/same-unit.ts';
import { groupBy } from '../../source/group-by.ts';
import { scopeKey } from '../context.ts';
import { marksIn } from '../marks.ts';
import { promised } from '../promised.ts';
import type { Rule, Slip } from '../rule.ts';

/** `生活習慣病予防健診実施率を 68.7％以上とする` in the body, `67.8％以上` in the KPI一覧 behind it */
export const targetDuplicate: Rule = {
  id: 'target/duplicate',
  severity: 'error',
  summary: {
    ja: '本文とKPI一覧で、同じKPIの目標が食い違う',
    en: 'the body and the appendix set different targets for one KPI',
  },
  explanation: {
    ja: `本文のKPIと、巻末のKPI一覧にある同じKPIを比べます。値、単位、以上・以下、対前年度などの基準のどれかが違えば「誤り」です。一方に単位がないだけのときは target/unit が示します。

例：本文「確認書の提出率を 93.6％以上とする」、KPI一覧「96.3％以上」`,
    en: `A KPI of the body is compared with the same KPI in the appendix (KPI一覧): value, unit, comparator and basis (対前年度 …) have to agree. A unit that only one of them leaves out is for target/unit to say.

Example: the body says 93.6％以上, the appendix 96.3％以上`,
  },
  *check({ paper }) {
    const bodies = paper.records.targets.filter(({ duplicateOf }) => duplicateOf === null);
    const byId = new Map(bodies.map((body) => [body.id, body]));
    const alike = groupBy(bodies, subjectOf);
    for (const target of paper.records.targets) {
      const body = target.duplicateOf === null ? undefined : byId.get(target.duplicateOf);
      // A body may set one indicator twice, for two groups: any of them may be the one that is repeated.
      const others = body ? (alike.get(subjectOf(body)) ?? []).slice(0, MOST_ALIKE) : [];
      if (body && !others.some((other) => agree(other, target))) yield slip(body, target);
    }
  },
};

const MOST_ALIKE = 20;

const subjectOf = (target: Target): string => `${scopeKey(target)} ${target.indicator ?? target.name}`;

function agree(a: Target, b: Target): boolean {
  if (a.basis !== b.basis) return false;
  if (a.basis !== 'absolute' || b.basis !== 'absolute') return a.comparator === b.comparator;
  const unit = a.unit === null || b.unit === null || sameUnit(a.unit, b.unit);
  // `600事業所` in a cell of the appendix is the body's `600事業所以上` in short.
  const comparator = a.comparator === b.comparator || a.comparator === '=' || b.comparator === '=';
  return unit && comparator && a.value.compare(b.value) === 0;
}

function slip(body: Target, { source, ...target }: Target): Slip {
  const [here, there]: [Text, Text] = [promised({ ...target, source }), promised(body)];
  return {
    message: {
      ja: `KPI一覧では「${here.ja}」ですが、本文（${body.source.lineStart}行）では「${there.ja}」です。`,
      en: `The appendix says ${here.en}, but the body (line ${body.source.lineStart}) says ${there.en}.`,
    },
    source,
    marks: marksIn(source.quote, [target.value]),
    related: [body.source],
  };
}
