import type { Coverage, Finding, Target } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const TITLE = '令和 3年度 事業計画（熊本支部）';

/** Reads lines as the plan of one branch, under its title and an area and a measure, unless they bring their own. */
export function read(lines: string | readonly string[], { bare = false, name = 'plan.txt' } = {}) {
  const body = typeof lines === 'string' ? [lines] : lines;
  const head = bare ? [] : [TITLE, '', '１．基盤的保険者機能関係 １．サービス水準の向上', ''];
  const reading = readPaper(documentFromText(name, [...head, ...body].join('\n')), { catalog: createCatalog() });
  const of = <T>(type: string) => reading.records.filter((record) => record.type === type) as T[];
  return { ...reading, targets: of<Target>('target'), coverage: of<Coverage>('coverage'), findings: of<Finding>('finding') };
}

/** A target in a line: what it is called, and what it promises. */
export function inShort(target: Target): string {
  const promise =
    target.basis === 'absolute' ? `${target.comparator} ${target.value}${target.unit ?? ''}` : `${target.comparator} ${target.basis}`;
  return `${target.name} ${promise}`;
}
