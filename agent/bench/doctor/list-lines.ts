import { readdir, readFile } from 'node:fs/promises';

/** A serial line of this machine. */
export interface FoundLine {
  readonly path: string;
  /** What its USB plug says of its maker; null: nothing, or nobody asked. */
  readonly maker: string | null;
}

export interface FoundLines {
  readonly lines: readonly FoundLine[];
  /** udevadm is not installed, which serialport asks for USB plugs. */
  readonly udevMissing: boolean;
  /** Lines on which this machine itself speaks: nobody types at them. */
  readonly consoles: readonly string[];
}

const lineNames = /^tty(USB|ACM|AMA|XRUSB|S)\d+$/;

/** The serial lines there are. Without udevadm they are found by their names, and their makers stay unknown. */
export async function listLines(): Promise<FoundLines> {
  const consoles = await consolesOf();
  try {
    const { SerialPort } = await import('serialport');
    const ports = await SerialPort.list();
    const lines = ports.map(({ path, manufacturer }) => ({ path, maker: manufacturer ?? null }));
    return { lines, udevMissing: false, consoles };
  } catch {
    const names = await readdir('/dev').catch(() => []);
    const lines = names.filter((name) => lineNames.test(name)).map((name) => ({ path: `/dev/${name}`, maker: null }));
    return { lines, udevMissing: true, consoles };
  }
}

async function consolesOf(): Promise<readonly string[]> {
  const text = await readFile('/proc/consoles', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [`/dev/${line.split(/\s+/)[0] ?? ''}`]));
}
