import type { CellPlace, Line } from '../source/document.ts';
import { fold } from '../source/fold.ts';
import type { Layout } from '../source/layout.ts';

/** A line that says something: not blank, and no page furniture. */
export interface TextLine {
  readonly page: number;
  readonly number: number;
  /** In a PDF, which line of its page it is, and, of a row of a table that stands on several, the last. */
  readonly onPage?: number;
  readonly onPageEnd?: number;
  /** The page of that, where it goes on behind a page break. */
  readonly pageEnd?: number;
  /** Where the document draws its tables: the cell that the line stands in. */
  readonly cell?: CellPlace;
  /** What of it is printed in red. */
  readonly red?: readonly string[];
  /** What its column holds, in a table whose KPIs are sentences. */
  readonly under?: 'measure' | 'kpi';
  /** As printed. */
  readonly raw: string;
  /** Folded, as long as `raw`. */
  readonly text: string;
  /** Where `text` begins behind its indent and, in Markdown, its decoration. */
  readonly start: number;
  /** Lines left out between the line before and this one. */
  readonly gap: number;
}

/** Markdown's own signs in front of what the plan says: `## １．…`, `- ■ KPI：…`, `> …`. */
const MARKDOWN = /^\s*(?:#{1,6}\s+|>\s*|[-+*]\s+)*/;
/** Its signs inside a line; blanked, so that the columns stay. */
const MARKDOWN_INLINE = /\*\*|__|<br\s*\/?>/g;

/** The lines of a document that say something, in order, so many at a time. */
export function* textLines(name: string, layout: Layout, furniture: ReadonlySet<number>, most: number): Generator<TextLine[]> {
  const markdown = isMarkdown(name, layout);
  let last = 0;
  let table: number | undefined;
  for (let from = 0; from < layout.length; from += most) {
    const lines: TextLine[] = [];
    for (let index = from; index < Math.min(from + most, layout.length); index++) {
      const line = layout.line(index);
      if (!line || furniture.has(line.number)) continue;
      const folded = fold(line.text);
      const text = markdown ? folded.replace(MARKDOWN_INLINE, (sign) => ' '.repeat(sign.length)) : folded;
      const decoration = markdown ? (MARKDOWN.exec(text)?.[0].length ?? 0) : 0;
      const start = decoration + indent(text, decoration);
      if (start >= text.length) continue;
      const page = layout.page(index) ?? 1;
      // Within a table, only page numbers and the like stand between.
      const gap = table !== undefined && line.cell?.table === table ? 0 : line.number - last - 1;
      const said = { page, number: line.number, raw: line.text, text, start, gap };
      lines.push(isPlain(line) ? said : { ...said, ...place(line) });
      last = line.number;
      table = line.cell?.table;
    }
    yield lines;
  }
}

const isPlain = ({ onPage, cell, red }: Line): boolean => onPage === undefined && cell === undefined && red === undefined;

/** Where a line of paper stands, and how it looks: a line of text has none of it, and of those there are most. */
const place = ({ onPage, onPageEnd, pageEnd, cell, red }: Line): Pick<TextLine, 'onPage' | 'onPageEnd' | 'pageEnd' | 'cell' | 'red'> => ({
  ...(red ? { red } : {}),
  ...(onPage === undefined ? {} : { onPage }),
  ...(onPageEnd === undefined ? {} : { onPageEnd }),
  ...(pageEnd === undefined ? {} : { pageEnd }),
  ...(cell ? { cell } : {}),
});

/** Lines among which Markdown shows that it is. */
const FRONT = 500;

/** By its name, or, from standard input or under another name, by headings that only Markdown marks so. */
function isMarkdown(name: string, layout: Layout): boolean {
  if (/\.(?:md|markdown)$/i.test(name)) return true;
  let headings = 0;
  for (let index = 0; index < FRONT; index++) if (/^#{1,6} \S/.test(layout.line(index)?.text ?? '')) headings++;
  return headings >= 2;
}

function indent(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === 32) at++;
  return at - from;
}

/** A place in the lines that readers move on. */
export class Cursor {
  constructor(
    readonly lines: readonly TextLine[],
    /** Index of the line that is read next. */
    public next: number,
  ) {}

  /** The line that is read next, or one further ahead. */
  peek(ahead = 0): TextLine | undefined {
    return this.lines[this.next + ahead];
  }
}
