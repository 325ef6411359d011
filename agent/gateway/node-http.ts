/*
 * Imported as a module, node:http brings along what only its web interfaces need (undici, 16 MB of memory for a process
 * that should do with 90); taken from the process it does not.
 */
export const { Agent, createServer, request } = process.getBuiltinModule('node:http');

/** TLS is loaded only where the hub is reached over https. */
export const secureHttp = () => process.getBuiltinModule('node:https');
