import type { Rubric } from '../../model/index.ts';
import { BRANCH } from './branch.ts';
import { HEADQUARTERS } from './headquarters.ts';
import { IAA } from './iaa.ts';

/** A new rubric is one file and one line here. */
export const RUBRICS: readonly Rubric[] = [BRANCH, HEADQUARTERS, IAA];
