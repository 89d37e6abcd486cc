import type { Command } from 'commander';
import type { App } from '../app.ts';
import { addActuals } from './actuals.ts';
import { addCatalog } from './catalog.ts';
import { addCheck } from './check.ts';
import { addCompare } from './compare.ts';
import { addDiff } from './diff.ts';
import { addExplain } from './explain.ts';
import { addIngest } from './ingest.ts';
import { addList } from './list.ts';
import { addRemove } from './remove.ts';
import { addReport } from './report.ts';
import { addRubric } from './rubric.ts';
import { addScore } from './score.ts';
import { addTemplate } from './template.ts';
import { addTrend } from './trend.ts';

/** Every command, in the order of `kpi --help`. Each loads the stations it needs when it runs. */
export const COMMANDS: readonly ((program: Command, app: App) => void)[] = [
  addIngest,
  addList,
  addTemplate,
  addActuals,
  addScore,
  addCheck,
  addExplain,
  addCompare,
  addTrend,
  addDiff,
  addReport,
  addRemove,
  addCatalog,
  addRubric,
];
