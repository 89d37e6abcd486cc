import { RED_MEANS_MISSED } from '../catalog/figures.ts';
import { fold } from '../source/fold.ts';
import type { TextLine } from './lines.ts';
import type { Paper, RawResult, RawVerdict } from './paper.ts';

/** `※「実施状況とKPI実績」を赤で表示した値は目標を下回るKPI`: a result in red is a verdict, where nothing else judges its KPI. */
export function judgedByColour(paper: Paper, lines: readonly TextLine[]): Paper {
  if (!lines.some(({ red }) => red !== undefined) || !lines.some(({ text }) => RED_MEANS_MISSED.test(text.replaceAll(' ', ''))))
    return paper;
  const judged = new Set(paper.verdicts.map(({ statement }) => statement));
  const found: RawVerdict[] = [];
  for (const result of paper.results) {
    const { statement, heading } = result;
    if (!statement || judged.has(statement) || !isRed(result)) continue;
    judged.add(statement);
    found.push({ statement, verdict: '未達成', rubric: 'headquarters', heading, lines: result.lines });
  }
  return { ...paper, verdicts: [...paper.verdicts, ...found] };
}

/** Whether the figure of the result is printed in red. */
function isRed({ text, lines }: RawResult): boolean {
  const figure = /[\d.,]+/.exec(fold(text))?.[0];
  return figure !== undefined && lines.some(({ red }) => red?.some((run) => fold(run).replaceAll(' ', '').includes(figure)));
}
