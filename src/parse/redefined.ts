import { HEAD_YEAR } from '../catalog/tables.ts';
import type { Indicator } from '../model/index.ts';
import { fold } from '../source/fold.ts';
import { yearOf } from './answered.ts';
import { statedName } from './changes.ts';
import type { Paper, RawChange, RawOwner } from './paper.ts';
import type { RawStatement } from './statement.ts';

/** A change, and the title that it is listed under: `R5年度からの主な変更点`. */
export interface TitledChange {
  readonly change: RawChange;
  readonly title: string;
}

type Parts = Pick<Paper, 'statements' | 'results' | 'verdicts'>;

/**
 * A change of definition is another indicator, though the tables go on with the short name: where 返納金債権（資格喪失後受診に係るもの）の回収率 of R5 became
 * 返納金債権（診療報酬返還金を除く。）の回収率, a row 返納金債権回収率 is about the one for R5 and about the other from R6 on.
 */
export function redefine<T extends Parts>(parts: T, changes: readonly TitledChange[], resolve: (name: string) => Indicator | null): T {
  const known = new Map<RawStatement, RawStatement>();
  for (const { change, title } of changes) {
    const before = change.from === null ? null : statedName({ text: fold(change.from), raw: change.from });
    const [was, is] = [before === null ? null : resolve(before), resolve(change.name)];
    if (!was || !is || was.id === is.id) continue;
    const until = yearOf({ branch: null, fiscalYear: HEAD_YEAR.exec(title)?.groups?.year ?? null });
    for (const { statement, owner } of parts.statements) {
      if (resolve(statement.name)?.id === was.id && isAfter(owner, until)) known.set(statement, { ...statement, known: change.name });
    }
  }
  if (known.size === 0) return parts;
  const now = <S extends { readonly statement: RawStatement | null }>(one: S): S => {
    const statement = one.statement && known.get(one.statement);
    return statement ? { ...one, statement } : one;
  };
  return { ...parts, statements: parts.statements.map(now), results: parts.results.map(now), verdicts: parts.verdicts.map(now) };
}

/** Whether the owner's year comes after; a target that names no year is the paper's own. */
function isAfter(owner: RawOwner | undefined, year: string | null): boolean {
  const own = yearOf(owner ?? null);
  if (own === null) return true;
  const [from, to] = [eraOf(year ?? ''), eraOf(own)];
  return from.era === to.era && to.number > from.number;
}

const eraOf = (year: string) => ({ era: year.replace(/\d/g, ''), number: Number(year.replace(/\D/g, '')) });
