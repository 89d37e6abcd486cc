import { ReaderThread } from './reader-thread.ts';

const args = process.argv.slice(2);
/** Reading papers takes longest: the first thread starts up while the program, and the store or the rules, are loaded. */
let early = args.includes('ingest') || args.includes('check') ? new ReaderThread() : null;

function startReader(): ReaderThread {
  const thread = early ?? new ReaderThread();
  early = null;
  return thread;
}

/** What cannot be said there cannot be said at all; the exit code says it. */
process.stderr.on('error', () => {});
process.once('SIGINT', () => process.exit(130));

const { run } = await import('./program.ts');
process.exitCode = await run(args, process.env, startReader);
await Promise.all([printed(process.stdout), printed(process.stderr)]);
// Left to itself, Node takes its memory apart first, piece by piece: 15 ms of a short `kpi check`.
process.exit();

/** Until all that was written is with whoever reads it, or is not wanted any more. */
function printed(stream: NodeJS.WriteStream): Promise<void> | void {
  if (stream.writableLength > 0) return new Promise((resolve) => stream.write('', () => resolve()));
}
