/** A number that belongs to the definition of an indicator: 15 of `かつ月 15日以上の施術`, 3 of `受診勧奨後３か月以内に`. */
export interface Definition {
  /** What stands before the number, and behind it. */
  readonly before: string;
  readonly number: string;
  readonly behind: string;
}

const UNIT = '(?:部位|日|か月|年|歳|回|件)(?:以上|以下|以内|未満|超)';
const DEFINITION = new RegExp(`(?<before>[一-龠々]{1,6})(?<number>\\d{1,4})(?<behind>${UNIT})`, 'g');

/** A name with more numbers is no name. */
const MOST = 6;

/** The numbers in an indicator's name, which is folded and without spaces. */
export function definitionsIn(name: string): Definition[] {
  const found = [...unified(name).matchAll(DEFINITION)].flatMap(({ groups }) => {
    const { before, number, behind } = groups ?? {};
    return before && number && behind ? [{ before, number, behind }] : [];
  });
  return found.length <= MOST ? found : [];
}

/** The same words with a number in a text: `施術箇所が２部位以上`, `施術日数が月10日以上`. It stands at `[from, to)`. */
export interface Said {
  readonly definition: Definition;
  readonly number: string;
  readonly from: number;
  readonly to: number;
}

export function saidIn(text: string, definitions: readonly Definition[]): Said[] {
  const plain = unified(text);
  return definitions
    .filter(({ behind }) => plain.includes(behind))
    .flatMap((definition) =>
      [...plain.matchAll(patternOf(definition))].map((match) => ({
        definition,
        number: match[1] ?? '',
        from: match.index,
        to: match.index + match[0].length,
      })),
    )
    .sort((a, b) => a.from - b.from);
}

/** Plans set much the same indicators: a few patterns do for all. */
const patterns = new Map<string, RegExp>();
const KEPT = 200;

function patternOf({ before, behind }: Definition): RegExp {
  const key = `${before} ${behind}`;
  const pattern = patterns.get(key) ?? new RegExp(`${before}(?:が|は|を|に)?(\\d{1,4})${behind}`, 'g');
  if (patterns.size < KEPT) patterns.set(key, pattern);
  return pattern;
}

/** 1ヶ月, 1カ月, 1箇月; as long as the text itself. */
const unified = (text: string): string => text.replace(/[かカヶケ箇ヵ](?=月)/g, 'か');
