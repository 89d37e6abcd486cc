import { AREAS, type Area } from '../../model/index.ts';
import type { TextLine } from '../lines.ts';
import { passage } from '../passage.ts';

/** An area as a page head or the left column of the front table prints it. */
export interface AreaLabel {
  readonly area: Area;
  /** As printed, without brackets and spaces: `基盤的保険者機能強化`. */
  readonly text: string;
  /** What stands beside it, folded: `業務グループ《》`. */
  readonly beside: string;
  readonly line: TextLine;
}

/** A longer line is prose that speaks of the area. */
const LONGEST_HEAD = 44;
const HINT = /基|戦|組/;
const BEHIND = '(?:の盤石化|の(?:一層|更なる|さらなる)?の?発揮|等の整備|の?強化|関係)?';
const NAMED = new RegExp(`(${AREAS.join('|')})${BEHIND}`);
/** What may stand beside an area besides the group: the branch, the year, a number. */
const FURNITURE =
  /[《》【】()<>[\]「」・:\s\d.]|[^\s《》【】()<>]{0,12}(?:グループ|G)|(?:令和|平成)元?年度|\S{2,4}支部|重点施策(?:事項)?|[●■□◆◇○◎▶①-⑳Ⅰ-Ⅻ]/g;
const MOST_BESIDE = 4;

/** The area that a line names when it says nothing else: `業務グループ《基盤的保険者機能強化》`, `１．戦略的保険者機能関係`. */
export function areaNamed(line: TextLine): AreaLabel | null {
  if (line.text.length - line.start > LONGEST_HEAD || line.text[line.start] === '・' || !HINT.test(line.text)) return null;
  const { text, raw } = passage([{ line, from: line.start }]);
  const match = NAMED.exec(text);
  const area = AREAS.find((one) => one === match?.[1]);
  if (!match || !area) return null;
  const beside = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  if (/[。、]/.test(text) || beside.replace(FURNITURE, '').length > MOST_BESIDE) return null;
  return { area, text: raw.slice(match.index, match.index + match[0].length), beside, line };
}
