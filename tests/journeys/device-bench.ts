import { z } from 'zod';

const benchState = z.object({
  printer: z.object({
    printing: z.boolean(),
    complaints: z.array(z.string()),
    slips: z.array(z.object({ number: z.number() })),
  }),
});
const slipText = z.object({ lines: z.array(z.unknown()), codes: z.array(z.string()) });

type PushingDevice = 'scanner' | 'stripe' | 'documents';
type ReaderDeed = 'lift' | 'cut-cable' | 'fall-silent' | 'fail-to-read' | 'mend';
type PrinterDeed =
  | 'pull-paper'
  | 'insert-paper'
  | 'near-end'
  | 'open-cover'
  | 'close-cover'
  | 'cut-cable'
  | 'plug-cable'
  | 'jam-cutter'
  | 'clear-cutter'
  | 'fall-silent'
  | 'speak';

/** The device bench as a journey uses it: by the same requests as its page. */
export class DeviceBench {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  layDown(card: string): Promise<void> {
    return this.#post('reader', { action: 'lay-down', card });
  }

  reader(action: ReaderDeed): Promise<void> {
    return this.#post('reader', { action });
  }

  /** Holds something of the bench's list before a device: a phone with a code, a card to swipe, a passport. */
  show(device: PushingDevice, thing: string): Promise<void> {
    return this.#post(device, { action: 'show', thing });
  }

  /** Holds any code before the scanner, such as one that a journey has just seen. */
  showCode(code: string): Promise<void> {
    return this.#post('scanner', { action: 'show-code', code });
  }

  scanner(action: 'cut-cable' | 'plug-cable'): Promise<void> {
    return this.#post('scanner', { action });
  }

  printer(action: PrinterDeed): Promise<void> {
    return this.#post('printer', { action });
  }

  /** Numbers of the slips that have come out, oldest first. */
  async slips(): Promise<readonly number[]> {
    const state = benchState.parse(await this.#json('/bench/state'));
    return state.printer.slips.map((slip) => slip.number).sort((one, other) => one - other);
  }

  /** Whether paper is moving. */
  async isPrinting(): Promise<boolean> {
    return benchState.parse(await this.#json('/bench/state')).printer.printing;
  }

  /** What a real printer would have printed wrongly, in words. */
  async complaints(): Promise<readonly string[]> {
    return benchState.parse(await this.#json('/bench/state')).printer.complaints;
  }

  /** What was printed in the printer's own font, and the contents of its QR codes. */
  async slipText(number: number): Promise<{ readonly text: string; readonly codes: readonly string[] }> {
    const { lines, codes } = slipText.parse(await this.#json(`/bench/slips/${number}.json`));
    return { text: JSON.stringify(lines), codes };
  }

  async slipPicture(number: number): Promise<Buffer> {
    const reply = await fetch(`${this.#address}/bench/slips/${number}.png`);
    return Buffer.from(await reply.arrayBuffer());
  }

  async #json(path: string): Promise<unknown> {
    const reply = await fetch(`${this.#address}${path}`);
    return reply.json();
  }

  async #post(device: 'reader' | 'printer' | PushingDevice, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json', origin: this.#address };
    const url = `${this.#address}/bench/${device}`;
    const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`the device bench answered ${reply.status} to ${JSON.stringify(body)}`);
  }
}
