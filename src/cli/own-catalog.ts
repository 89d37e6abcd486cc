import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { catalogFile, type Indicator, indicator as indicatorSchema, KpiError } from '../model/index.ts';
import { type Catalog, createCatalog } from '../normalize/catalog.ts';
import type { App } from './app.ts';
import { storePath } from './open-store.ts';
import type { Common } from './options.ts';
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

async function readIndicators(path: string, mayBeAbsent: boolean): Promise<Indicator[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && mayBeAbsent) return null;
    throw new KpiError({
      ja: `指標名のファイル ${path} を読めません（${error.message}）。`,
      en: `cannot read the catalog ${path} (${error.message})`,
    });
  });
  return text === null ? [] : parseIndicators(text, path);
}

function parseIndicators(text: string, path: string): Indicator[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw notACatalog(path, error instanceof Error ? error.message : String(error));
  }
  const read = catalogFile.safeParse(json);
  if (read.success) return read.data.indicators;
  throw notACatalog(path, firstIssue(read.error));
}

const firstIssue = ({ issues: [issue] }: { readonly issues: readonly { path: readonly PropertyKey[]; message: string }[] }) =>
  `${issue?.path.map(String).join('.')}: ${issue?.message}`;

const notACatalog = (path: string, detail: string) =>
  new KpiError({
    ja: `指標名のファイル ${path} の書き方が違います（${detail}）。{"indicators": [{"id": "…", "name": "…"}]} の形で書いてください。`,
    en: `${path} is not a catalog (${detail}): write {"indicators": [{"id": "…", "name": "…"}]}`,
  });

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
  const entry = merged(id, added, createCatalog(own).byId(id), earlier?.aliases ?? []);
  const indicators = earlier ? own.map((indicator) => (indicator === earlier ? entry : indicator)) : [...own, entry];
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, `${JSON.stringify({ indicators }, null, 2)}\n`);
  return createCatalog(indicators).byId(id) ?? entry;
}

/** What is not said stays as it is known. */
function merged(id: string, added: AddedNames, known: Indicator | null, aliases: readonly string[]): Indicator {
  if (known === null && added.name === undefined) {
    throw new KpiError({
      ja: `「${id}」は新しい指標です。--name で名称を付けてください（知っている指標は kpi catalog list で見られます）。`,
      en: `"${id}" is a new indicator: give it a --name (see \`kpi catalog list\` for those that are known)`,
    });
  }
  const read = indicatorSchema.safeParse({
    id,
    name: added.name ?? known?.name,
    aliases: [...new Set([...aliases, ...(added.alias ?? [])])],
    unit: added.unit ?? known?.unit ?? null,
    direction: added.better ?? known?.direction ?? null,
    area: added.area === undefined ? (known?.area ?? null) : areaName(added.area),
    measures: [...new Set([...(known?.measures ?? []), ...(added.measure ?? [])])],
  });
  if (read.success) return read.data;
  const detail = firstIssue(read.error);
  throw new KpiError({
    ja: `この指標は加えられません（${detail}）。ID は mailing-rate のように英小文字、数字、ハイフンで書きます。`,
    en: `this indicator cannot be added (${detail}): an id is written like mailing-rate`,
  });
}
