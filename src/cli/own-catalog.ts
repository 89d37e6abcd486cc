import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CatalogFile, type Indicator, KpiError } from '../model/index.ts';
import { type Catalog, createCatalog } from '../normalize/catalog.ts';
import type { App } from './app.ts';
import { storePath } from './open-store.ts';
import type { Common } from './options.ts';
import { firstIssue, type OwnFile, readOwnFile } from './own-file.ts';
import { replaceFile } from './replace-file.ts';
import { areaName } from './selection.ts';

export interface CatalogOptions extends Pick<Common, 'db'> {
  readonly catalog?: string;
}

/** Where one's own names are kept: `--catalog`, else beside the store. */
const ownCatalogPath = (options: CatalogOptions, app: App): string =>
  options.catalog ?? join(dirname(storePath(options, app)), 'catalog.json');

/** One's own indicators; none when `--catalog` names no file and there is none beside the store. */
export async function ownIndicators(options: CatalogOptions, app: App): Promise<Indicator[]> {
  return readIndicators(ownCatalogPath(options, app), options.catalog === undefined);
}

export const openCatalog = async (options: CatalogOptions, app: App): Promise<Catalog> => createCatalog(await ownIndicators(options, app));

const FILE: OwnFile<CatalogFile> = {
  schema: async () => (await import('../model/catalog.ts')).catalogFile,
  what: { ja: '指標名のファイル', en: 'catalog' },
  advice: {
    ja: '{"indicators": [{"id": "…", "name": "…"}]} の形で書いてください。',
    en: 'write {"indicators": [{"id": "…", "name": "…"}]}',
  },
};

async function readIndicators(path: string, mayBeAbsent: boolean): Promise<Indicator[]> {
  if (mayBeAbsent && !existsSync(path)) return [];
  return (await readOwnFile(path, FILE)).indicators;
}

/** What `kpi catalog add` says of an indicator. */
export interface AddedNames extends CatalogOptions {
  readonly name?: string;
  readonly alias?: readonly string[];
  readonly unit?: string;
  readonly better?: 'higher' | 'lower';
  readonly area?: string;
  readonly measure?: readonly string[];
}

/** Writes an indicator, or more names of one that is known, into one's own file. Returns it as it is known from now on. */
export async function addIndicator(id: string, added: AddedNames, app: App): Promise<Indicator> {
  const path = ownCatalogPath(added, app);
  const own = await readIndicators(path, true);
  const earlier = own.find((indicator) => indicator.id === id);
  const known = createCatalog(own);
  refuseTakenNames(id, added, known);
  const entry = await merged(id, added, known.byId(id), earlier?.aliases ?? []);
  const indicators = earlier ? own.map((indicator) => (indicator === earlier ? entry : indicator)) : [...own, entry];
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, `${JSON.stringify({ indicators }, null, 2)}\n`);
  return createCatalog(indicators).byId(id) ?? entry;
}

/** A name that two indicators had would take one's targets for the other's. */
function refuseTakenNames(id: string, { name, alias = [] }: AddedNames, known: Catalog): void {
  for (const word of [...(name === undefined ? [] : [name]), ...alias]) {
    const owner = known.resolve(word);
    if (owner === null || owner.id === id) continue;
    throw new KpiError({
      ja: `「${word}」はすでに ${owner.id}（${owner.name}）の名称か別名です。別の名前を付けるか、kpi catalog add ${owner.id} をお使いください（ファイルは変更していません）。`,
      en: `"${word}" is already a name of ${owner.id} (${owner.name}): choose another, or use kpi catalog add ${owner.id} (nothing was written)`,
    });
  }
}

/** What is not said stays as it is known. */
async function merged(id: string, added: AddedNames, known: Indicator | null, aliases: readonly string[]): Promise<Indicator> {
  if (known === null && added.name === undefined) {
    throw new KpiError({
      ja: `「${id}」は新しい指標です。--name で名称を付けてください（知っている指標は kpi catalog list で見られます）。`,
      en: `"${id}" is a new indicator: give it a --name (see \`kpi catalog list\` for those that are known)`,
    });
  }
  const { indicator } = await import('../model/catalog.ts');
  const entry = {
    id,
    name: added.name ?? known?.name,
    aliases: [...new Set([...aliases, ...(added.alias ?? [])])],
    unit: added.unit ?? known?.unit ?? null,
    direction: added.better ?? known?.direction ?? null,
    area: added.area === undefined ? (known?.area ?? null) : areaName(added.area),
    measures: [...new Set([...(known?.measures ?? []), ...(added.measure ?? [])])],
  };
  const read = indicator.safeParse(entry);
  if (read.success) return read.data;
  const detail = firstIssue(read.error, entry);
  throw new KpiError({
    ja: `この指標は加えられません（${detail.ja}）。ID は mailing-rate のように英小文字、数字、ハイフンで書きます。`,
    en: `this indicator cannot be added (${detail.en}): an id is written like mailing-rate`,
  });
}
