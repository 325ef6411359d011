export { openSpool, type Spool, type SpoolOptions } from './spool.ts';
export type { EnqueueRefusal, EnqueueReply, JobState, NewJob, PrintJob } from './job.ts';
