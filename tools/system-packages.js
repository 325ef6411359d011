import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { npmTool } from './npm-tool.js';
import { step, Trouble } from './say.js';

const chromiumPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const DOWNLOAD_MILLISECONDS = 300_000;

/**
 * The Chromium to test with: LOBBY_CHROMIUM, the system's, Debian's package (as root), or Playwright's own download.
 * Undefined: Playwright finds its own.
 * @returns {string | undefined}
 */
export function findChromium() {
  const given = process.env['LOBBY_CHROMIUM'];
  if (given !== undefined) {
    if (existsSync(given)) return given;
    throw new Trouble(`LOBBY_CHROMIUM names ${given}, which is not there.`);
  }
  const present = chromiumPlaces.find((place) => existsSync(place));
  if (present !== undefined) return present;
  if (installDebian('chromium') && existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  step('no Chromium here: fetching the one of Playwright (at most 5 minutes)');
  const { status } = spawnSync(process.execPath, [npmTool('@playwright/test/cli.js'), 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: DOWNLOAD_MILLISECONDS,
  });
  if (status === 0) return undefined;
  throw new Trouble(
    'There is no Chromium and it could not be fetched: install one (on Debian "apt install chromium"), or name one in LOBBY_CHROMIUM.',
  );
}

/** socat makes the serial line (a pty pair) on which the tests hang the simulated reader. */
export function requireSocat() {
  const there = () => spawnSync('socat', ['-V'], { stdio: 'ignore' }).status === 0;
  if (there()) return;
  if (installDebian('socat') && there()) return;
  throw new Trouble('The tests need socat for a serial line: install it ("apt install socat", "brew install socat").');
}

/** The example of a driver in another language is in Python, and the tests run it. */
export function requirePython() {
  const there = () => spawnSync('python3', ['--version'], { stdio: 'ignore' }).status === 0;
  if (there()) return;
  if (installDebian('python3') && there()) return;
  throw new Trouble(
    'The tests need python3 for the example of a driver: install it ("apt install python3", "brew install python3").',
  );
}

/** The pinned Node needs libatomic, which the smallest Debian lacks; elsewhere it comes with the system. */
export function requireLibatomic() {
  const listing = () => spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  if (process.platform !== 'linux' || listing().status !== 0) return;
  const there = () => listing().stdout.includes('libatomic.so.1');
  if (there()) return;
  if (installDebian('libatomic1') && there()) return;
  throw new Trouble('Node 26 needs the library libatomic: install it ("apt install libatomic1"), then run this again.');
}

/**
 * Installs a Debian package where that is possible: as root, with apt. False where it is not.
 * @param {string} name
 */
function installDebian(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  step(`installing ${name} with apt`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env, timeout: DOWNLOAD_MILLISECONDS })
      .status === 0;
  return apt(['update', '-qq']) && apt(['install', '-y', '-qq', '--no-install-recommends', name]);
}
