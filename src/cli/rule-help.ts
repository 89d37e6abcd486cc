import type { Rule } from '../check/rule.ts';
import { rulesReport, ruleText } from '../report/views/rules.ts';
import type { App } from './app.ts';
import type { FormatChoice } from './commands/check.ts';
import type { General } from './options.ts';
import { contextOf, print, printFile } from './output.ts';

interface Options extends General {
  readonly format?: readonly FormatChoice[];
}

/** As a table, or in the format asked for where it is one that lists can have. */
export async function listRules(rules: readonly Rule[], options: Options, app: App): Promise<void> {
  const asked = options.format?.[0]?.format;
  const format = asked === 'json' ? asked : 'table';
  await print(rulesReport(rules, app.lang), { ...options, format }, app);
}

export async function explainRule(rule: Rule, options: Options, app: App): Promise<void> {
  await printFile(ruleText(rule, app.lang, contextOf(options, app).width), options);
}
