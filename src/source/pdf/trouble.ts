import { KpiError } from '../../model/errors.ts';
import { unreadable } from '../errors.ts';
import { TooMuch } from './paint.ts';

/** Why a PDF does not open, in one line. */
export async function pdfTrouble(name: string, bytes: Uint8Array, error: unknown): Promise<unknown> {
  if (error instanceof KpiError || !(error instanceof Error)) return error;
  if (!(await isLocked(error))) return isCutOff(bytes) ? cutOff(name, bytes.length) : broken(name, error, null);
  return unreadable(name, {
    ja: 'パスワードで保護された PDF です。--password か環境変数 KPI_PDF_PASSWORD で指定してください。',
    en: 'the PDF is encrypted: a password is needed. Give it with --password or KPI_PDF_PASSWORD.',
  });
}

/** Whether a password is missing, or the wrong one. */
export async function isLocked(error: unknown): Promise<boolean> {
  const { getException, PasswordException } = await import('pdf-parse');
  return getException(error) instanceof PasswordException;
}

export const wrongPassword = (name: string): KpiError =>
  unreadable(name, {
    ja: 'パスワードが違います。--password か環境変数 KPI_PDF_PASSWORD で正しいパスワードを指定してください。',
    en: 'the password is wrong. Give the right one with --password or KPI_PDF_PASSWORD.',
  });

const END = Buffer.from('%%EOF');

const isCutOff = (bytes: Uint8Array): boolean => !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-2048).includes(END);

const cutOff = (name: string, length: number): KpiError =>
  unreadable(name, {
    ja: `PDF が壊れていて開けません（${length} バイト目で途切れていて、終わりの印 %%EOF がありません）。元のファイルを取り直してください。`,
    en: `the PDF is broken and does not open: it ends at byte ${length} without its end mark (%%EOF). Fetch the file again.`,
  });

/** A PDF that cannot be taken apart: at which page, when it got so far. */
export function broken(name: string, error: unknown, page: number | null): unknown {
  if (error instanceof KpiError || !(error instanceof Error)) return error;
  if (error instanceof TooMuch) return tooFull(name, page ?? 1);
  const said = error.message.replace(/\s+/g, ' ').slice(0, 120);
  return page === null
    ? unreadable(name, {
        ja: `PDF が壊れていて開けません（${said}）。元のファイルを取り直すか、PDF を作り直してください。`,
        en: `the PDF is broken and does not open (${said}). Fetch the file again, or make the PDF anew.`,
      })
    : unreadable(name, {
        ja: `PDF の ${page} ページ目が壊れていて読めません（${said}）。--pages でほかのページを読むか、PDF を作り直してください。`,
        en: `page ${page} of the PDF is broken (${said}). Read other pages with --pages, or make the PDF anew.`,
      });
}

/** Whether pictures of pages or letters drawn as shapes, the way out is the same. */
export function noText(name: string, pages: number): KpiError {
  return unreadable(name, {
    ja: `PDF に文字がありません（${pages} ページ）。スキャンした画像か、図形として描かれた文字と思われます。OCR で文字を付けてから読ませてください（例: ocrmypdf -l jpn）。`,
    en: `the PDF has no text (pages: ${pages}). It looks scanned, or its letters are drawn as shapes. Run OCR over it first, such as ocrmypdf -l jpn.`,
  });
}

/** Characters that are not those printed; every other program would read them so, too. */
export function illegible(name: string, page: number | null): KpiError {
  const [ja, en] =
    page === null ? ['PDF の文字', 'the text of the PDF'] : [`PDF の ${page} ページ目の文字`, `the text of page ${page} of the PDF`];
  const others =
    page === null ? { ja: '', en: '' } : { ja: '--pages でほかのページは読めます。', en: ' Other pages can be read with --pages.' };
  return unreadable(name, {
    ja: `${ja}は化けていて読めません（フォントに文字の対応表がないか、壊れています）。もとの文書から PDF を作り直すか、OCR で文字を付け直してください（例: ocrmypdf --force-ocr -l jpn）。${others.ja}`,
    en: `${en} cannot be read: its fonts do not say which characters they draw. Make the PDF anew from its source, or run OCR over it, such as ocrmypdf --force-ocr -l jpn.${others.en}`,
  });
}

export function tooManyPages(name: string, pages: number, most: number): KpiError {
  return unreadable(name, {
    ja: `ページが多すぎます（${pages} ページ、上限 ${most}）。--pages で範囲を指定するか、--max-pages で上限を上げてください。`,
    en: `too many pages (${pages}; the limit is ${most}). Name a range with --pages, or raise the limit with --max-pages.`,
  });
}

export function tooSlow(name: string, page: number | null): KpiError {
  const [ja, en] = page === null ? ['開くの', 'opening it'] : [`${page} ページ目`, `page ${page}`];
  return unreadable(name, {
    ja: `PDF の読み込みを打ち切りました（${ja}に時間がかかりすぎます）。壊れているか、異常に大きなデータを含んでいます。`,
    en: `stopped reading the PDF: ${en} takes too long. It is broken or holds an abnormal amount of data.`,
  });
}

export function tooBig(name: string, page: number | null): KpiError {
  const [ja, en] = page === null ? ['開くの', 'opening it'] : [`${page} ページ目`, `page ${page}`];
  return unreadable(name, {
    ja: `PDF の読み込みを打ち切りました（${ja}に必要なメモリーが大きすぎます）。壊れているか、異常に大きなデータを含んでいます。`,
    en: `stopped reading the PDF: ${en} takes too much memory. It is broken or holds an abnormal amount of data.`,
  });
}

function tooFull(name: string, page: number): KpiError {
  return unreadable(name, {
    ja: `PDF の ${page} ページ目の文字が多すぎます（5 万字超）。--pages でほかのページを指定してください。`,
    en: `page ${page} of the PDF has too many characters (over 50,000). Name other pages with --pages.`,
  });
}
