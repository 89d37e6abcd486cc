import type { Archive } from './archive.ts';
import type { ListItem } from './numbering.ts';
import { readXml } from './xml.ts';

interface Style {
  basedOn: string | null;
  list: string | null;
  level: number;
}

const newStyle = (): Style => ({ basedOn: null, list: null, level: 0 });

/** A chain of styles is no longer; one that leads back to itself ends here, too. */
const LONGEST_CHAIN = 20;

/** The list that a paragraph is in by its style alone: numbered headings are. */
export async function readListsOfStyles(archive: Archive, part: string): Promise<(style: string) => ListItem | null> {
  const styles = new Map<string, Style>();
  let style = newStyle();
  await readXml(archive, part, {
    open(name, attribute) {
      const value = attribute('val') ?? '';
      if (name === 'style') {
        style = newStyle();
        styles.set(attribute('styleId') ?? '', style);
      }
      if (name === 'basedOn') style.basedOn = value;
      if (name === 'numId') style.list = value;
      if (name === 'ilvl') style.level = Number(value);
    },
  });
  return (name) => {
    let one = styles.get(name);
    const level = one?.level ?? 0;
    for (let step = 0; one && step < LONGEST_CHAIN; step++) {
      if (one.list !== null) return one.list === '0' ? null : { list: one.list, level: Math.max(level, one.level) };
      one = one.basedOn === null ? undefined : styles.get(one.basedOn);
    }
    return null;
  };
}
