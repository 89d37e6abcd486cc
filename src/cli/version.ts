import { createRequire } from 'node:module';

/** The manifest is two folders up both from here and from `dist/`. (An import of `node:fs` would load all of Node's streams.) */
export const version = (): string => createRequire(import.meta.url)('../../package.json').version;
