import { closeServer, listenLocally } from '../gateway/node-http.ts';
import { benchServer } from './bench-server.ts';
import { readDemoCards } from './demo-cards.ts';
import { startPrinterBench } from './printer-bench.ts';
import { startReaderBench } from './reader-bench.ts';

export interface BenchOptions {
  /** 0: any free port, as for the two below. All of them listen on 127.0.0.1. */
  readonly port: number;
  readonly readerPort: number;
  readonly printerPort: number;
  /** Folder of the site, whose demo cards lie on the bench. */
  readonly site: string;
  /** Address of the terminal's page; left out: the port before the bench's. */
  readonly terminal?: string | undefined;
}

export interface Bench {
  readonly bench: string;
  readonly reader: string;
  readonly printer: string;
  close(): Promise<void>;
}

/** Starts the device bench: a simulated reader, a simulated printer and the page that plays with them. */
export async function startBench(options: BenchOptions): Promise<Bench> {
  const cards = readDemoCards(options.site);
  const reader = await startReaderBench(options.readerPort, cards);
  const printer = await startPrinterBench(options.printerPort);
  let port = options.port;
  const terminal = (): string => options.terminal ?? `http://127.0.0.1:${port - 1}/terminal`;
  const { server, closeStreams } = benchServer({ reader, printer, cards, terminal });
  port = await listenLocally(server, options.port);
  return {
    bench: `http://127.0.0.1:${port}`,
    reader: reader.address,
    printer: printer.address,
    async close() {
      closeStreams();
      await Promise.all([closeServer(server), reader.close(), printer.close()]);
    },
  };
}
