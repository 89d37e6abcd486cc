import { TERMS } from '../../catalog/terms.ts';
import type { Indicator, Source } from '../../model/index.ts';
import type { Catalog } from '../../normalize/catalog.ts';
import { dice } from '../../parse/likeness.ts';
import { compact } from '../compact.ts';
import { nearMisses } from '../near-miss.ts';
import type { Rule, Slip } from '../rule.ts';

/** `特定健診を受けた方の実施率`: not compared with anything, for nobody knows which indicator it is. */
export const indicatorUnknown: Rule = {
  id: 'indicator/unknown',
  severity: 'note',
  summary: {
    ja: '名寄せの表（kpi catalog）の指標に近いが、どれとも一致しない指標名',
    en: 'a name that is near an indicator of the catalog, and none of its names',
  },
  explanation: {
    ja: `指標名がどの指標の名称・別名とも一致しないが、よく似た指標があるときに示します。文書の誤りとは限らないので「注記」です。単位、前年度の目標、ほかの支部との比較は名寄せできた指標だけで行うので、同じ指標なら kpi catalog add で別名に加えてください。似た指標のない名称は支部独自の指標とみなし、示しません（kpi ingest が示します）。

例：被扶養者の方の特定健診の実施率を 28.0％以上とする`,
    en: `The printed name is neither the name nor an alias of a known indicator, but much like one. That is no slip of the paper as such, so it is a note. Units, last year's targets and other branches' plans are compared only for known indicators: if it is the same, add the name with kpi catalog add. A name that is like none is taken for an indicator of the branch's own and not shown (kpi ingest shows it).

Example: 被扶養者の方の特定健診の実施率を 28.0％以上とする`,
  },
  *check({ paper, catalog }) {
    const told = new Set<string>();
    const doubted = new Set(paper.records.findings.flatMap(({ rule, source }) => (rule === 'target/doubtful' ? [source.quote] : [])));
    for (const { indicator, role, name, source } of paper.records.targets) {
      if (indicator !== null || role !== 'kpi' || told.has(name) || doubted.has(source.quote) || isMisspelt(name)) continue;
      told.add(name);
      const near = nearest(name, catalog);
      if (near) yield slip(name, source, near);
    }
  },
};

/** That a name is misspelt is said once: `サービススタンンダードの達成状況` is for target/text. */
const isMisspelt = (name: string): boolean => nearMisses(compact(name).text, TERMS).length > 0;

/** From this likeness on, an indicator is named as the nearest. */
const NEAR = 0.7;

function nearest(name: string, { indicators }: Catalog): Indicator | null {
  let best: { indicator: Indicator; likeness: number } | null = null;
  for (const indicator of indicators) {
    const likeness = Math.max(...[indicator.name, ...indicator.aliases].map((known) => dice(name, known)));
    if (likeness >= (best?.likeness ?? NEAR)) best = { indicator, likeness };
  }
  return best?.indicator ?? null;
}

const slip = (name: string, source: Source, near: Indicator): Slip => ({
  message: {
    ja: `指標「${name}」は kpi catalog にありません。最も近いのは「${near.name}」（${near.id}）です。`,
    en: `The catalog has no indicator “${name}”. The nearest is ${near.name} (${near.id}).`,
  },
  source,
});
