import { KpiError } from '../model/index.ts';

/** What can be wrong with a store. Each says what, where and what to do, and none of them touches the file. */

export const noStore = (path: string) =>
  new KpiError({
    ja: `データベース ${path} がまだありません。先に kpi ingest で文書を読み込んでください。`,
    en: `there is no store at ${path} yet: run \`kpi ingest\` first`,
  });

export const notAFile = (path: string) =>
  new KpiError({
    ja: `${path} はファイルではないため、データベースとして開けません。--db または KPI_DB でファイルを指定してください。`,
    en: `${path} is not a file, so it cannot be the store: name a file with --db or KPI_DB`,
  });

export const notOurs = (path: string) =>
  new KpiError({
    ja: `${path} は kpi のデータベースではありません（変更していません）。--db または KPI_DB で別のファイルを指定してください。`,
    en: `${path} is not a kpi store (left as it is): name another file with --db or KPI_DB`,
  });

export const damaged = (path: string, detail: string) =>
  new KpiError({
    ja: `データベース ${path} が壊れています（${detail}）。別の場所に移し、kpi ingest で文書を読み込み直してください。`,
    en: `the store ${path} is damaged (${detail}): move it away and read the documents again with \`kpi ingest\``,
  });

export const locked = (path: string) =>
  new KpiError({
    ja: `データベース ${path} は別の処理が使用中です。終わってからもう一度実行してください。`,
    en: `the store ${path} is in use by another process: try again when it is done`,
  });

export const notWritable = (path: string) =>
  new KpiError({
    ja: `データベース ${path} に書き込めません。ファイルとフォルダの権限を確かめるか、--db で別の場所を指定してください。`,
    en: `cannot write to the store ${path}: check the permissions of the file and its folder, or name another place with --db`,
  });

export const cannotOpen = (path: string) =>
  new KpiError({
    ja: `データベース ${path} を開けません。ファイルとフォルダの権限を確かめるか、--db で別の場所を指定してください。`,
    en: `cannot open the store ${path}: check the permissions of the file and its folder, or name another place with --db`,
  });

export const diskTrouble = (path: string, detail: string) =>
  new KpiError({
    ja: `データベース ${path} の読み書きに失敗しました（${detail}）。ディスクの空き容量と状態を確かめてください。`,
    en: `reading or writing the store ${path} failed (${detail}): check the disk and its free space`,
  });

export const newerStore = (path: string, version: number, known: number) =>
  new KpiError({
    ja: `データベース ${path} は新しい版の kpi で作られています（形式 ${version}、この kpi は ${known} まで）。kpi を更新してください。`,
    en: `the store ${path} was made by a newer kpi (format ${version}, this one knows up to ${known}): update kpi`,
  });
