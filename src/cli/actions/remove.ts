import { existsSync } from 'node:fs';
import { KpiError } from '../../model/index.ts';
import { documentLabel, removedReport } from '../../report/views/removed.ts';
import { noStore } from '../../store/errors.ts';
import { openStore, type RecordedDocument } from '../../store/store.ts';
import type { App, ExitCode } from '../app.ts';
import type { RemoveOptions } from '../commands/remove.ts';
import { storePath } from '../open-store.ts';
import { print } from '../output.ts';
import { branchName, fiscalYear } from '../selection.ts';
import { unknown } from '../suggest.ts';

export async function remove(name: string, options: RemoveOptions, app: App): Promise<ExitCode> {
  const path = storePath(options, app);
  if (!existsSync(path)) throw noStore(path);
  const store = await openStore(path, 'write');
  try {
    const document = chosen(name, await store.documents(), options);
    await store.remove(document.hash);
    await print(removedReport(document, app.lang), options, app);
  } finally {
    await store.close();
  }
  return 0;
}

const DOCUMENT = { ja: '文書', en: 'document' };
/** Names in a message. */
const NAMED = 5;

/** The one document meant; a name that several have is not enough. */
function chosen(name: string, documents: readonly RecordedDocument[], options: RemoveOptions): RecordedDocument {
  const named = documents.filter((document) => document.name === name);
  if (named.length === 0) throw unknown(DOCUMENT, name, namesOf(documents), onRecord(namesOf(documents)));
  const fits = named.filter((document) => isMeant(document, options));
  const [only, ...others] = fits;
  if (only !== undefined && others.length === 0) return only;
  throw which(name, fits.length > 0 ? fits : named);
}

function isMeant({ scopes, family }: RecordedDocument, options: RemoveOptions): boolean {
  const branch = options.branch === undefined ? null : branchName(options.branch);
  const year = options.year === undefined ? null : fiscalYear(options.year);
  const inScope = scopes.some((scope) => (branch ?? scope.branch) === scope.branch && (year ?? scope.fiscalYear) === scope.fiscalYear);
  return (inScope || (branch === null && year === null)) && (options.family ?? family) === family;
}

const namesOf = (documents: readonly RecordedDocument[]): string[] => [...new Set(documents.map(({ name }) => name))];

function onRecord(names: readonly string[]) {
  const some = names.slice(0, NAMED).join(', ');
  const more = names.length > NAMED ? ', …' : '';
  return { ja: `データベースにあるのは ${some}${more} です。`, en: `on record: ${some}${more}` };
}

function which(name: string, documents: readonly RecordedDocument[]): KpiError {
  const labels = (lang: 'ja' | 'en') => documents.slice(0, NAMED).map((document) => documentLabel(document, lang));
  return new KpiError({
    ja: `文書 ${name} で除けるのは次のうち 1 つです: ${labels('ja').join('、')}。--branch、--year、--family で選んでください。`,
    en: `${name} is the name of: ${labels('en').join('; ')}. Choose one with --branch, --year or --family`,
  });
}
