import { type Archive, damaged } from './archive.ts';
import type { ListItem } from './numbering.ts';
import { rowLines } from './table-rows.ts';
import { readXml } from './xml.ts';

interface Lists {
  /** The mark of the next item of a list. */
  readonly mark: (item: ListItem) => string;
  readonly listOfStyle: (style: string) => ListItem | null;
}

/** A paragraph that is being read. A text box in it is a paragraph of its own. */
interface Paragraph {
  text: string;
  style: string | null;
  list: string | null;
  level: number | null;
}

/** A cell of a table that is being read, and the columns that it spans. */
interface TableCell {
  readonly lines: string[];
  span: number;
}

/** What is in the file and not on the page: deleted text, field codes, furigana, the old-fashioned copy of a drawing. */
const UNSEEN = new Set(['del', 'moveFrom', 'instrText', 'delText', 'rt', 'Fallback', 'separator', 'continuationSeparator']);
/** A property that says that it does not hold. */
const OFF = new Set(['0', 'false', 'off']);
/** Tables in tables in tables; Word itself shows no more than some tens. */
const DEEPEST = 100;
const FORM_FEED = '\f';

/** The lines of a part of Word's text; null when it is none. */
export async function readBody(archive: Archive, part: string, lists: Lists): Promise<string | null> {
  const reader = new BodyReader(lists);
  const there = await readXml(archive, part, {
    open: (name, attribute) => {
      reader.open(name, attribute);
      if (reader.isTooDeep) throw damaged(archive.where, `${part}: <${name}> × ${DEEPEST}`);
    },
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  return there && reader.isText ? reader.lines.join('\n') : null;
}

class BodyReader {
  readonly lines: string[] = [];
  isText = false;
  readonly #lists: Lists;
  readonly #paragraphs: Paragraph[] = [];
  /** The rows that are open, innermost last, each with its cells so far. */
  readonly #rows: TableCell[][] = [];
  #unseen = 0;
  #inText = false;
  /** The run that is open is in the file and not on the page. */
  #hidden = false;
  /** The next line that is not blank begins a page. */
  #newPage = false;
  /** A page ends in the paragraph or row that is open. */
  #pageEnds = false;

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (this.#unseen > 0 || UNSEEN.has(name)) {
      this.#unseen += 1;
      return;
    }
    if (name === 'document' || name === 'footnotes') this.isText = true;
    const paragraph = this.#paragraphs.at(-1);
    const value = attribute('val');
    switch (name) {
      case 'p':
        this.#paragraphs.push({ text: '', style: null, list: null, level: null });
        break;
      case 'r':
        this.#hidden = false;
        break;
      case 'vanish':
        this.#hidden = !OFF.has(value ?? '');
        break;
      case 't':
        this.#inText = !this.#hidden;
        break;
      case 'tr':
        this.#rows.push([]);
        break;
      case 'tc':
        this.#rows.at(-1)?.push({ lines: [], span: 1 });
        break;
      case 'gridSpan':
        this.#span(Number(value));
        break;
      case 'lastRenderedPageBreak':
        this.#breakPage();
        break;
      case 'br':
        if (attribute('type') === 'page') this.#breakPage();
        else if (paragraph && attribute('type') !== 'column') paragraph.text += '\n';
        break;
      default:
        if (paragraph) describe(paragraph, name, value, attribute('char'));
    }
  }

  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#inText && this.#unseen === 0 && paragraph) paragraph.text += text;
  }

  close(name: string): void {
    if (this.#unseen > 0) {
      this.#unseen -= 1;
      return;
    }
    if (name === 't') this.#inText = false;
    if (name === 'p') this.#endParagraph();
    if (name === 'tr') this.#endRow();
  }

  get isTooDeep(): boolean {
    return this.#rows.length > DEEPEST || this.#paragraphs.length > DEEPEST;
  }

  #span(columns: number): void {
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell && columns > 1 && columns <= DEEPEST) cell.span = columns;
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const mark = this.#markOf(paragraph);
    const text = paragraph.text === '' ? '' : mark + paragraph.text;
    const lines = text.split('\n');
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell) for (const line of lines) cell.lines.push(line);
    else this.#put(lines);
  }

  /** A paragraph, or a row of a table, stands on the page on which it begins. */
  #breakPage(): void {
    const begun = this.#rows.length > 0 || (this.#paragraphs.at(-1)?.text ?? '') !== '';
    if (begun) this.#pageEnds = true;
    else this.#newPage = true;
  }

  #put(lines: readonly string[]): void {
    for (const line of lines) {
      const begins = this.#newPage && line.trim() !== '';
      this.lines.push(begins && this.lines.length > 0 ? FORM_FEED + line : line);
      if (begins) this.#newPage = false;
    }
    this.#newPage ||= this.#pageEnds;
    this.#pageEnds = false;
  }

  #markOf({ style, list, level }: Paragraph): string {
    const styled = style === null ? null : this.#lists.listOfStyle(style);
    if (list === '0') return '';
    const item = list === null ? styled : { list, level: level ?? 0 };
    const mark = item === null ? '' : this.#lists.mark({ ...item, level: level ?? item.level });
    return mark === '' ? '' : `${mark} `;
  }

  #endRow(): void {
    const row = this.#rows.pop();
    if (!row) return;
    const lines = rowLines(row);
    const around = this.#rows.at(-1)?.at(-1);
    if (around) for (const line of lines) around.lines.push(line);
    else this.#put(lines);
  }
}

function describe(paragraph: Paragraph, name: string, value: string | undefined, character: string | undefined): void {
  if (name === 'pStyle') paragraph.style = value ?? null;
  if (name === 'numId') paragraph.list = value ?? null;
  if (name === 'ilvl') paragraph.level = Number(value);
  if (name === 'tab' && value === undefined) paragraph.text += '\t';
  if (name === 'cr') paragraph.text += '\n';
  if (name === 'noBreakHyphen') paragraph.text += '-';
  if (name === 'sym' && character) paragraph.text += String.fromCharCode(Number.parseInt(character, 16) || 0x30fb);
}
