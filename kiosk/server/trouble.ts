import type { ServerOptions } from './options.ts';

/** Why the server could not start, as one sentence that says what to do; faults of ours keep their stack. */
export function troubleInWords(error: unknown, { host, port, data }: ServerOptions): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : data;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: stop what uses it, or choose another with PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}: choose another with HOST.`;
    case 'EACCES':
    case 'EPERM':
      if ('syscall' in error && error.syscall === 'listen')
        return `Port ${port} may not be used by this account: choose one above 1023 with PORT.`;
      return `${path} may not be written by this account: give it the right, or choose another folder with LOBBY_DATA.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} cannot be a folder, since a file stands in the way: choose another with LOBBY_DATA.`;
    case 'EROFS':
    case 'ENOSPC':
      return `${path} cannot be written (${code}): choose another folder with LOBBY_DATA.`;
    case 'ECONNREFUSED':
      return 'The database does not answer: check DATABASE_URL and that PostgreSQL runs.';
    case 'ERR_SQLITE_ERROR':
      return `The databases in ${data} cannot be used (${error.message}): check the folder, or choose another with LOBBY_DATA.`;
    default:
      return error.stack ?? error.message;
  }
}
