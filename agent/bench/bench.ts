import { closeServer, listenLocally } from '../gateway/node-http.ts';
import { benchServer } from './bench-server.ts';
import { readDemoCards } from './demo-cards.ts';
import { startPrinterBench } from './printer-bench.ts';
import { startPushBench } from './push-bench.ts';
import { startReaderBench } from './reader-bench.ts';
import { thingsToShow } from './things-to-show.ts';

export interface BenchOptions {
  /** 0: any free port, as for those below. All of them listen on 127.0.0.1. */
  readonly port: number;
  readonly readerPort: number;
  readonly printerPort: number;
  readonly scannerPort?: number;
  readonly stripePort?: number;
  readonly documentsPort?: number;
  /** Folder of the site, whose demo cards lie on the bench. */
  readonly site: string;
  /** Address of the terminal's page; left out: the port before the bench's. */
  readonly terminal?: string | undefined;
}

export interface Bench {
  readonly bench: string;
  readonly reader: string;
  readonly printer: string;
  readonly scanner: string;
  readonly stripe: string;
  readonly documents: string;
  close(): Promise<void>;
}

/** Starts the device bench: simulated readers, a simulated printer and the page that plays with them. */
export async function startBench(options: BenchOptions): Promise<Bench> {
  const cards = readDemoCards(options.site);
  const reader = await startReaderBench(options.readerPort, cards);
  const printer = await startPrinterBench(options.printerPort);
  const things = thingsToShow(options.site, cards);
  const { scannerPort = 0, stripePort = 0, documentsPort = 0 } = options;
  const [scanner, stripe, documents] = await Promise.all([
    startPushBench({ name: 'scanner', port: scannerPort, things }),
    startPushBench({ name: 'stripe', port: stripePort, things }),
    startPushBench({ name: 'documents', port: documentsPort, things }),
  ]);
  const pushing = { scanner, stripe, documents };
  let port = options.port;
  const terminal = (): string => options.terminal ?? `http://127.0.0.1:${port - 1}/terminal`;
  const { server, closeStreams } = benchServer({ reader, printer, pushing, cards, things, terminal });
  port = await listenLocally(server, options.port);
  return {
    bench: `http://127.0.0.1:${port}`,
    reader: reader.address,
    printer: printer.address,
    scanner: scanner.address,
    stripe: stripe.address,
    documents: documents.address,
    async close() {
      closeStreams();
      const devices = [reader, printer, ...Object.values(pushing)];
      await Promise.all([closeServer(server), ...devices.map((device) => device.close())]);
    },
  };
}
