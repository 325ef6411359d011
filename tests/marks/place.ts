import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { ReaderSimulator } from '@lobby/agent/readers/sdt/simulator/simulator.ts';
import { startHouse, type House } from '../../tools/house.js';
import { DeviceBench } from '../journeys/device-bench.ts';
import { mondayMorning } from '../journeys/story.ts';
import { markedFile } from './marked-patient.ts';
import { searchFiles, searchHeap, searchHub, searchPage, type Finding } from './search.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A whole hospital in one folder, so that everything it writes can be looked through: data, logs, temporary files of all
 * its processes and the profile of a real browser on disk. Its reader takes the card of the marked patient.
 */
export class Place {
  readonly folder: string;
  readonly house: House;
  readonly reader: ReaderSimulator;
  readonly bench: DeviceBench;
  #browser: BrowserContext | undefined;
  #isCrashed = false;

  private constructor(of: { folder: string; house: House; reader: ReaderSimulator }) {
    this.folder = of.folder;
    this.house = of.house;
    this.reader = of.reader;
    this.bench = new DeviceBench(of.house.bench);
  }

  static async open(): Promise<Place> {
    const folder = mkdtempSync(join(tmpdir(), 'lobby-marks-'));
    for (const part of ['data', 'tmp', 'profile']) mkdirSync(join(folder, part));
    const site = join(folder, 'site');
    cpSync(join(repository, 'config', 'sites', 'demo'), site, { recursive: true });
    appendFileSync(join(site, 'terminals.yaml'), '    endsWhenCardIsTaken: true\n');
    const reader = await ReaderSimulator.start();
    const house = await startHouse({
      site,
      data: join(folder, 'data'),
      env: { LOBBY_CLOCK: mondayMorning, LOBBY_CLOCK_SPEED: '1', TMPDIR: join(folder, 'tmp') },
      wire: async (simulated) => ({ ...simulated, reader: reader.address }),
    });
    const place = new Place({ folder, house, reader });
    place.#loadPatient();
    return place;
  }

  get page(): Page {
    const page = this.#browser?.pages()[0];
    if (page === undefined) throw new Error('no page is open');
    return page;
  }

  /** Opens the terminal's page, in a browser that is there or a new one on the same profile. */
  async openPage(): Promise<void> {
    this.#browser ??= await chromium.launchPersistentContext(join(this.folder, 'profile'), {
      ...(process.env['LOBBY_CHROMIUM'] !== undefined && { executablePath: process.env['LOBBY_CHROMIUM'] }),
      args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
      viewport: { width: 1080, height: 1920 },
      env: { ...process.env, TMPDIR: join(this.folder, 'tmp') },
    });
    this.#isCrashed = false;
    this.page.once('crash', () => (this.#isCrashed = true));
    await this.page.clock.install();
    await this.page.goto(`${this.house.agent}/terminal`);
  }

  devtools(): Promise<CDPSession> {
    return this.page.context().newCDPSession(this.page);
  }

  /** Ends every process of the browser as a power cut does. */
  async killBrowser(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    const gone = new Promise((resolve) => browser?.once('close', resolve));
    for (const pid of this.#browserProcesses()) process.kill(pid, 'SIGKILL');
    await gone;
  }

  /**
   * Looks everywhere but in the hospital's own database, which holds its patients by right. `hubMayNotKnow`: whoever should
   * have told the hub of the end may be dead; then the visit's masked name stands in its row until that is noticed.
   */
  async search({ hubMayNotKnow }: { readonly hubMayNotKnow: boolean }): Promise<readonly Finding[]> {
    const files = searchFiles(this.folder, (path) => /^data\/(sandbox|hub)\.sqlite/.test(path));
    const findings = [...files, ...searchHub(join(this.folder, 'data', 'hub.sqlite'), { hubMayNotKnow })];
    if (this.#browser === undefined || this.#isCrashed) return findings;
    return [...findings, ...(await searchPage(this.page)), ...(await searchHeap(await this.devtools()))];
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.house.stop();
    await this.reader.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #loadPatient(): void {
    const file = join(mkdtempSync(join(tmpdir(), 'lobby-marked-file-')), 'patient.json');
    writeFileSync(file, JSON.stringify(markedFile(mondayMorning)));
    const words = ['hub/command-line.ts', 'load', file, '--hub', this.house.hub, '--data', join(this.folder, 'data')];
    execFileSync(process.execPath, words, { cwd: repository });
    rmSync(join(file, '..'), { recursive: true });
  }

  /** Those that were started with this place's profile, by what they say of themselves. */
  #browserProcesses(): readonly number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => commandOf(pid).includes(join(this.folder, 'profile')))
      .map(Number);
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
