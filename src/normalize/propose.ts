import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import type { Finding, Indicator, KpiRecord, Source } from '../model/index.ts';
import type { Catalog } from './catalog.ts';
import { unknownKpis } from './unknown.ts';

/** From this likeness on, an indicator is named as the nearest; below, none is near. */
const NEAR = 0.4;

/**
 * A finding for each KPI whose name the catalog does not know. It names the nearest indicator by the content words they share; the
 * record itself keeps `indicator: null`, for a name that is near may still be another thing (基金と合算した査定率 / 協会の査定率).
 * kuromoji's dictionary takes about 0.9 s to load, and is loaded only when there is such a name.
 */
export async function proposeIndicators(records: readonly KpiRecord[], catalog: Catalog): Promise<Finding[]> {
  return proposalsFor(unknownKpis(records), catalog);
}

/** The same for records that come one after the other. */
export async function loadProposer(catalog: Catalog): Promise<(records: readonly KpiRecord[]) => Finding[]> {
  const propose = await proposer(catalog);
  return (records) => unknownKpis(records).map(propose);
}

/** A name that the catalog does not know, and where it stands. */
interface Named {
  readonly name: string;
  readonly source: Source;
}

/** The same for names that are known to be unknown, wherever they come from (a CSV of results). */
export async function proposalsFor(unknown: readonly Named[], catalog: Catalog): Promise<Finding[]> {
  return unknown.length === 0 ? [] : unknown.map(await proposer(catalog));
}

async function proposer(catalog: Catalog): Promise<(named: Named) => Finding> {
  const tokenizer = await loadTokenizer();
  const known = catalog.indicators.flatMap((indicator, order) =>
    [indicator.name, ...indicator.aliases].map((name): KnownName => ({ order, indicator, words: contentWords(tokenizer, name) })),
  );
  const byWord = new Map<string, KnownName[]>();
  for (const name of known) for (const word of name.words) byWord.set(word, [...(byWord.get(word) ?? []), name]);
  return (named) => {
    const nearest = nearestOf(contentWords(tokenizer, named.name), byWord);
    return finding(named, nearest && nearest.likeness >= NEAR ? nearest : null);
  };
}

interface KnownName {
  /** In the catalog. */
  readonly order: number;
  readonly indicator: Indicator;
  readonly words: ReadonlySet<string>;
}

/** The indicator with the name that shares most words; only names that share one are looked at, for a document may have many KPIs. */
function nearestOf(
  words: ReadonlySet<string>,
  byWord: ReadonlyMap<string, readonly KnownName[]>,
): { readonly indicator: Indicator; readonly likeness: number } | null {
  const shared = new Map<KnownName, number>();
  for (const word of words) for (const name of byWord.get(word) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
  const ranked = Array.from(shared, ([name, count]) => ({ ...name, likeness: (2 * count) / (words.size + name.words.size) }));
  // Of equals, the first in the catalog.
  return ranked.sort((a, b) => b.likeness - a.likeness || a.order - b.order)[0] ?? null;
}

function finding({ name, source }: Named, nearest: { indicator: Indicator; likeness: number } | null): Finding {
  const percent = nearest ? Math.round(nearest.likeness * 100) : 0;
  return {
    type: 'finding',
    rule: 'indicator/unknown',
    severity: 'warning',
    message: nearest
      ? {
          ja: `指標「${name}」はカタログにありません。最も近いもの：${nearest.indicator.name}（${nearest.indicator.id}、類似度 ${percent}％）。同じ指標なら kpi catalog add で別名に加えてください。`,
          en: `The catalog has no indicator “${name}”. Nearest: ${nearest.indicator.name} (${nearest.indicator.id}, likeness ${percent} %). If it is the same, add the name with kpi catalog add.`,
        }
      : {
          ja: `指標「${name}」はカタログになく、近いものもありません。kpi catalog add で加えられます。`,
          en: `The catalog has no indicator “${name}”, nor one that is near. It can be added with kpi catalog add.`,
        },
    source,
  };
}

let tokenizer: Promise<Tokenizer<IpadicFeatures>> | undefined;

function loadTokenizer(): Promise<Tokenizer<IpadicFeatures>> {
  tokenizer ??= buildTokenizer();
  return tokenizer;
}

function buildTokenizer(): Promise<Tokenizer<IpadicFeatures>> {
  const require = createRequire(import.meta.url);
  const kuromoji: typeof import('kuromoji') = require('kuromoji');
  const dicPath = join(dirname(require.resolve('kuromoji/package.json')), 'dict');
  return new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)));
  });
}

/** Nouns, verbs and adjectives in their dictionary form; numbers, suffixes and auxiliaries say little about what is measured. */
function contentWords(tokenizer: Tokenizer<IpadicFeatures>, text: string): ReadonlySet<string> {
  const tokens = tokenizer.tokenize(text.normalize('NFKC'));
  const content = tokens.filter(
    (token) => ['名詞', '動詞', '形容詞'].includes(token.pos) && !['数', '非自立', '代名詞'].includes(token.pos_detail_1),
  );
  return new Set(content.map((token) => (token.basic_form === '*' ? token.surface_form : token.basic_form)));
}
