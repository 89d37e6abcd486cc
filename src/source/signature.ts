import { startsWith } from './encoding.ts';

/** What the first bytes of a file say that it is; null for what may be text. */
export type Signature = 'pdf' | 'archive' | 'old-office';

const SIGNATURES: readonly (readonly [bytes: readonly number[], signature: Signature])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'], // %PDF
  [[0x50, 0x4b, 0x03, 0x04], 'archive'], // PK: .xlsx, .docx, .zip
  [[0x50, 0x4b, 0x05, 0x06], 'archive'], // PK: an empty one
  [[0xd0, 0xcf, 0x11, 0xe0], 'old-office'], // .xls, .doc, and what is encrypted
];

/** The bytes that tell. */
export const SIGNATURE_LENGTH = 4;

export const signatureOf = (bytes: Uint8Array): Signature | null => SIGNATURES.find(([start]) => startsWith(bytes, start))?.[1] ?? null;
