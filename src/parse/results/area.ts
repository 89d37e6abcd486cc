import { numberingAt } from '../../catalog/numbering.ts';
import { AREAS, type Area } from '../../model/index.ts';
import type { TextLine } from '../lines.ts';
import { passage } from '../passage.ts';

/** An area as a page head or a table's left column prints it. */
export interface AreaLabel {
  readonly area: Area;
  /** As printed, without brackets and spaces: `基盤的保険者機能強化`. */
  readonly text: string;
  readonly lines: readonly TextLine[];
}

/** A line with more than that is prose that speaks of the area. */
const LONGEST_HEAD = 44;
const BEHIND = '(?:の盤石化|の(?:一層|更なる|さらなる)?の?発揮|等の整備|の?強化|関係)?';
const NAMED = new RegExp(`(${AREAS.join('|')})${BEHIND}`);

/** `業務グループ《基盤的保険者機能強化》`: the area that a page head names. */
export function areaNamed(line: TextLine): AreaLabel | null {
  if (line.text.length - line.start > LONGEST_HEAD) return null;
  const { text, raw } = passage([{ line, from: line.start }]);
  if (/[。、]/.test(text)) return null;
  const match = NAMED.exec(text);
  const area = AREAS.find((one) => one === match?.[1]);
  return match && area ? { area, text: raw.slice(match.index, match.index + match[0].length), lines: [line] } : null;
}

/** A table's left column holds little beside the area itself. */
const LONGEST_TAIL = 6;
const LONGEST_CELL = 30;

/** Puts the area together that a narrow left column split over lines: `組織・運営` / `体制関係`. */
export class AreaColumn {
  private lines: TextLine[] = [];

  /** Takes the line when it begins an area or goes on with one; the area once it is whole. */
  take(line: TextLine): AreaLabel | 'part' | null {
    if (line.text.length - line.start > LONGEST_CELL) {
      this.lines = [];
      return null;
    }
    for (const lines of this.lines.length > 0 ? [[...this.lines, line], [line]] : [[line]]) {
      const { text, raw } = passage(lines.map((one) => ({ line: one, from: numberingAt(one.text, one.start)?.end ?? one.start })));
      if (text === '') continue;
      const area = AREAS.find((one) => text.startsWith(one) && text.length - one.length <= LONGEST_TAIL);
      if (area) {
        this.lines = [];
        return { area, text: raw, lines };
      }
      if (AREAS.some((one) => one.startsWith(text))) {
        this.lines = lines;
        return 'part';
      }
    }
    this.lines = [];
    return null;
  }
}

/** What may stand beside an area in a page head: the group, the year, the branch, a page number. */
const BESIDE = /[《》【】()<>〈〉[\]「」・:\s\d]|グループ|(?:令和|平成)元?年度|支部|重点施策(?:事項)?|[●■◆○]/g;
const MOST_BESIDE = 8;

/** Whether the line says whose the page is and nothing else: `業務グループ《基盤的保険者機能強化》`. */
export function isPageHead(line: TextLine, label: AreaLabel): boolean {
  if (/^・/.test(line.text.slice(line.start))) return false;
  return line.raw.trim().replaceAll(label.text, '').normalize('NFKC').replace(BESIDE, '').length <= MOST_BESIDE;
}
