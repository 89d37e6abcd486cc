import type { Language, Text } from '../../model/index.ts';
import { exactJson } from '../exact-json.ts';
import type { ExplainedPassage, Explainer, Explanation } from './explanation.ts';

/** One thing, or an array where several documents have a finding of that id. */
export const json: Explainer = (explanations, { lang }) => {
  const all = explanations.map((one) => data(one, lang));
  return `${exactJson(all.length === 1 ? all[0] : all, 2)}\n`;
};

function data(explanation: Explanation, lang: Language): object {
  const say = (text: Text) => text[lang];
  if (explanation.kind === 'finding') {
    const { finding, rule, passage, related } = explanation;
    return {
      id: finding.id,
      finding: { ...finding, message: say(finding.message) },
      rule: { id: rule.id, summary: say(rule.summary), explanation: say(rule.explanation) },
      passage: passageData(passage),
      related: related.map(passageData),
    };
  }
  const { target, passage, rubric, kpi, result, earlier } = explanation;
  return {
    id: target.id,
    target,
    passage: passageData(passage),
    rubric,
    score: kpi && { ...kpi, reasons: kpi.reasons.map(say) },
    result: result && passageData(result),
    earlier: earlier.map(({ actual, passage: place }) => ({ actual, passage: passageData(place) })),
  };
}

/** `lines` is null where the document does not say it any more: then `quote` is what it said. */
const passageData = ({ source, lines }: ExplainedPassage): object => ({ ...source, lines });
