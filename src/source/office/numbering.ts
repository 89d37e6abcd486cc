import { LIST_COUNTERS, SYMBOL_BULLETS } from '../../catalog/list-numbers.ts';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/** The list that a paragraph is an item of. */
export interface ListItem {
  readonly list: string;
  readonly level: number;
}

interface Level {
  start: number;
  format: string;
  /** `%1.`, `（%1）`, a bullet. */
  text: string;
}

/** Word has nine levels, 0 to 8. */
const LEVELS = 9;

/** The levels of each list: several lists may share the numbering of one. */
export interface Numbering {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  /** Which numbering a list has. */
  readonly lists: ReadonlyMap<string, string>;
  /** Lists that count anew, by list and level: `3 0`. */
  readonly restarts: ReadonlyMap<string, number>;
}

export const NO_NUMBERING: Numbering = { levels: new Map(), lists: new Map(), restarts: new Map() };

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '' });

export async function readNumbering(archive: Archive, part: string): Promise<Numbering> {
  const levels = new Map<string, Map<number, Level>>();
  const lists = new Map<string, string>();
  const restarts = new Map<string, number>();
  let abstract = new Map<number, Level>();
  let level = newLevel();
  let list = '';
  /** The level of the list that is being overridden. */
  let overridden: string | null = null;
  await readXml(archive, part, {
    open(name, attribute) {
      const value = attribute('val') ?? '';
      if (name === 'abstractNum') {
        abstract = new Map();
        levels.set(attribute('abstractNumId') ?? '', abstract);
      }
      if (name === 'num') list = attribute('numId') ?? '';
      if (name === 'abstractNumId') lists.set(list, value);
      if (name === 'lvlOverride') overridden = attribute('ilvl') ?? '0';
      if (overridden !== null) {
        if (name === 'startOverride') restarts.set(`${list} ${overridden}`, Number(value) || 1);
        return;
      }
      if (name === 'lvl') {
        level = newLevel();
        abstract.set(Number(attribute('ilvl')), level);
      }
      if (name === 'start') level.start = Number(value) || 1;
      if (name === 'numFmt') level.format = value;
      if (name === 'lvlText') level.text = value;
    },
    close(name) {
      if (name === 'lvlOverride') overridden = null;
    },
  });
  return { levels, lists, restarts };
}

/** Counts through the items of a document's lists; the mark of each, `①`, `(1)`, `・`, or nothing. */
export function listCounter({ levels, lists, restarts }: Numbering): (item: ListItem) => string {
  const counts = new Map<string, number[]>();
  const seen = new Set<string>();
  return ({ list, level }) => {
    const abstract = lists.get(list);
    const own = abstract === undefined ? undefined : levels.get(abstract);
    const style = own?.get(level);
    if (abstract === undefined || !own || !style || level >= LEVELS || style.format === 'none') return '';
    if (style.format === 'bullet') return bullet(style.text);
    const count = counts.get(abstract) ?? [];
    const restart = seen.has(`${list} ${level}`) ? undefined : restarts.get(`${list} ${level}`);
    seen.add(`${list} ${level}`);
    count[level] = restart ?? (count[level] ?? style.start - 1) + 1;
    count.length = level + 1;
    counts.set(abstract, count);
    return style.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = own.get(at)?.format ?? 'decimal';
      return (LIST_COUNTERS.get(format) ?? String)(count[at] ?? own.get(at)?.start ?? 1);
    });
  };
}

function bullet(text: string): string {
  const known = SYMBOL_BULLETS.get(text);
  if (known !== undefined) return known;
  return /^[\ue000-\uf8ff]/.test(text) ? '・' : text;
}
