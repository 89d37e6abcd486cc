import type { Text } from './text.ts';

/**
 * Wrong use or unreadable input: one line that says what, where and what to do (exit code 2). Caught once, in `cli/`.
 * Everything else that is thrown is a defect.
 */
export class KpiError extends Error {
  override readonly name = 'KpiError';

  constructor(readonly text: Text) {
    super(text.en);
  }
}
