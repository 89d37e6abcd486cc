import { UNITS } from '../catalog/units.ts';
import type { Finding, Target } from '../model/index.ts';
import { fold } from '../source/fold.ts';

const FIGURE = `\\d[\\d,.]*[百千万億]* ?(?:${UNITS.join('|')})`;
/** What a name holds by itself stays: `40歳以上`, `1件当たり`, `10営業日以内とする割合`. A target has a particle before it, or is a range. */
const LEFT = new RegExp(`(?<=[をはが:] ?)${FIGURE}|${FIGURE}(?= ?[~〜])|(?<=[をはが])(?:ゼロ|全国平均)`);
/** Cells of a table that were not told apart: `新規就農者数10人20人16人`. A date has its own signs. */
const ROW = /(?:\d[\d,.]{0,20}(?:%|[^\d\s年月日時分、。,./・~〜()-]{1,3})){3}/;
/** Something to be done names no limit. */
const LIMIT = new RegExp(`${FIGURE}(?= ?(?:以上|以下|以内|未満|超))`);

/** Nor does it have a limit of a kind that is not known: `回収率を対年前度以上とする`. */
const OTHER_LIMIT = /(?<=[をはが:、])[^をはが:、。]{1,12}(?:以上|以下|以内|未満)(?=とする|とします|にする|を目指す)/;

/**
 * A figure in a name that the catalog does not know may be a target that was not told from the name: a range, a second target. The target is
 * kept as read, and the finding asks for a look at its sentence.
 */
export function doubtfulNames(targets: readonly Target[]): Finding[] {
  return targets.flatMap(({ indicator, name, basis, source }): Finding[] => {
    const text = indicator === null ? fold(name) : '';
    const figure = (LEFT.exec(text) ??
      ROW.exec(text) ??
      (basis === 'qualitative' ? (LIMIT.exec(text) ?? OTHER_LIMIT.exec(text)) : null))?.[0];
    if (figure === undefined) return [];
    return [
      {
        type: 'finding',
        rule: 'target/doubtful',
        severity: 'warning',
        message: {
          ja: `指標名「${name}」に数字「${figure}」が残っています。目標の読み残しがないか、原文を確かめてください：「${source.quote}」`,
          en: `The figure “${figure}” is left in the name “${name}”. Check in the text that it is no target: “${source.quote}”`,
        },
        source,
      },
    ];
  });
}
