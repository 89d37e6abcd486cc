import { RULES } from '../check/index.ts';
import type { Rule } from '../check/rule.ts';
import { unknown } from './suggest.ts';

const RULE = { ja: '規則', en: 'rule' };

export interface RuleOptions {
  readonly rule?: readonly string[];
  readonly ignore?: readonly string[];
}

/** All rules, or those of `--rule`, without those of `--ignore`. */
export function chosenRules({ rule: wanted, ignore = [] }: RuleOptions): readonly Rule[] {
  const ignored = new Set(ignore.flatMap(rulesNamed));
  const rules = wanted === undefined ? RULES : wanted.flatMap(rulesNamed);
  return RULES.filter((rule) => rules.includes(rule) && !ignored.has(rule));
}

/** `coverage/arithmetic`, or a whole group: `coverage`. */
function rulesNamed(word: string): readonly Rule[] {
  const found = RULES.filter(({ id }) => id === word || id.startsWith(`${word.replace(/\/?\*?$/, '')}/`));
  return found.length > 0 ? found : [ruleNamed(word)];
}

export function ruleNamed(word: string): Rule {
  const found = RULES.find(({ id }) => id === word);
  if (found !== undefined) return found;
  throw unknown(
    RULE,
    word,
    RULES.map(({ id }) => id),
    { ja: 'kpi check --list-rules で一覧を見られます。', en: 'see `kpi check --list-rules`' },
  );
}
