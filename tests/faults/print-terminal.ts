// A terminal's printing side as a process of its own, to be killed: print-terminal.ts FILE PRINTER TICKET…
import { openSpool } from '@lobby/agent/spool/index.ts';
import { openEscposPrinter } from '@lobby/agent/printers/escpos/escpos-printer.ts';
import { openByteStream } from '@lobby/agent/transport/open.ts';

const [file = '', address = '', ...tickets] = process.argv.slice(2);
const stream = openByteStream(address, { backOff: { first: 10, most: 20, goodAfter: 0 } });
const printer = openEscposPrinter({ stream, columns: 48, timing: { watch: 0 } });
if (!stream.state.open) await new Promise<void>((resolve) => stream.onState(({ open }) => open && resolve()));

const spool = openSpool({ file, printer, clock: { now: () => Date.now() } });
const jobs = tickets.map((ticketId) =>
  spool.enqueue({
    key: `key-${ticketId}`,
    ticketId,
    slip: { title: '绍城医院', big: ticketId, lines: [{ label: '姓名', value: '张*明' }] },
  }),
);
await spool.idle();
console.log(JSON.stringify(jobs.map((reply) => (reply.ok ? spool.job(reply.job.id) : reply))));
await spool.close();
await printer.close();
