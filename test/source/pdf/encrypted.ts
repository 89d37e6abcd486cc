import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { pagesOf, stream } from './handmade.ts';

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();

function aes(key: Uint8Array, iv: Uint8Array, data: Uint8Array, padded: boolean): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(padded);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;

/** Pages that open with either password only (AES-256, revision 5); the strings of the file are left as they are. */
export function encrypted(contents: readonly string[], user: string, owner: string): Buffer {
  const key = randomBytes(32);
  /** What tells a password, and the key of the file locked with it. */
  const lock = (password: string, bound: Uint8Array) => {
    const [test, salt] = [randomBytes(8), randomBytes(8)];
    return {
      told: Buffer.concat([sha256(password, test, bound), test, salt]),
      locked: aes(sha256(password, salt, bound), Buffer.alloc(16), key, false),
    };
  };
  const forUser = lock(user, Buffer.alloc(0));
  const forOwner = lock(owner, forUser.told);
  const dictionary = [
    '/Filter /Standard /V 5 /R 5 /Length 256 /P -4 /EncryptMetadata true',
    '/CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /Identity',
    `/U ${hex(forUser.told)} /UE ${hex(forUser.locked)} /O ${hex(forOwner.told)} /OE ${hex(forOwner.locked)} /Perms ${hex(Buffer.alloc(16))}`,
  ].join(' ');
  const pages = contents.map((content) => {
    const iv = randomBytes(16);
    return stream('', Buffer.concat([iv, aes(key, iv, Buffer.from(content), true)]));
  });
  return pagesOf(pages, undefined, `/Encrypt << ${dictionary} >> /ID [<00> <00>]`);
}
