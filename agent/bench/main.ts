// The device bench: readers and a printer that exist in bytes alone, and a page to play with them.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBench } from './bench.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3002' },
    'reader-port': { type: 'string', default: '0' },
    'printer-port': { type: 'string', default: '0' },
    'scanner-port': { type: 'string', default: '0' },
    'stripe-port': { type: 'string', default: '0' },
    'documents-port': { type: 'string', default: '0' },
    site: { type: 'string', default: process.env['LOBBY_SITE'] ?? join('config', 'sites', 'demo') },
    terminal: { type: 'string' },
  },
});

try {
  const bench = await startBench({
    port: Number(values.port),
    readerPort: Number(values['reader-port']),
    printerPort: Number(values['printer-port']),
    scannerPort: Number(values['scanner-port']),
    stripePort: Number(values['stripe-port']),
    documentsPort: Number(values['documents-port']),
    site: values.site,
    terminal: values.terminal,
  });
  console.log(JSON.stringify(bench));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void bench.close().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
