import { run } from './program.ts';

/** `kpi list | head` closes the pipe when it has enough: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.once('SIGINT', () => process.exit(130));

process.exitCode = await run(process.argv.slice(2), process.env);
