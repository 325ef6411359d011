import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.js';
import { installIfNeeded, requireNode18 } from './install.js';
import { npmTool } from './npm-tool.js';
import { runPinned } from './run-pinned.js';
import { step, tell } from './say.js';
import { findChromium, requirePython, requireSocat } from './system-packages.js';
import { root } from './where.js';

const results = join(root, 'test-results');

/** @typedef {{ passed: number, failed: number }} Count */

await tell(test);

async function test() {
  requireNode18();
  await installIfNeeded();
  requireSocat();
  requirePython();
  const chromium = findChromium();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  const counts = [...(await checkTexts()), await runVitest(), await runJourneys(chromium)];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  if (failed > 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
}

/**
 * What needs only to be read, in two lanes for two cores.
 * @returns {Promise<Count[]>}
 */
async function checkTexts() {
  const lint = async () => [await check('lint', npmTool('eslint/bin/eslint.js'), ['--max-warnings', '0', '.'])];
  const others = async () => {
    return [
      await checkPages(),
      await check('types', npmTool('typescript/bin/tsc'), ['-p', 'tsconfig.json']),
      await check('format', npmTool('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']),
    ];
  };
  return (await Promise.all([lint(), others()])).flat();
}

/**
 * One check that either holds or does not; its output is shown when it does not.
 * @param {string} name
 * @param {string} entry
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<Count>}
 */
async function check(name, entry, args, options = {}) {
  step(name);
  const { code, output } = await runPinned(entry, args, options);
  if (code === 0) return { passed: 1, failed: 0 };
  console.log(output);
  return { passed: 0, failed: 1 };
}

/** @returns {Promise<Count>} */
async function checkPages() {
  const kiosk = { cwd: join(root, 'kiosk') };
  const synced = await check('page types', npmTool('@sveltejs/kit/svelte-kit.js'), ['sync'], kiosk);
  if (synced.failed > 0) return synced;
  return check(
    'pages',
    npmTool('svelte-check/bin/svelte-check'),
    ['--tsconfig', './tsconfig.json', '--fail-on-warnings'],
    kiosk,
  );
}

/** @returns {Promise<Count>} */
async function runVitest() {
  step('unit and contract tests');
  await buildIfStale();
  const report = join(results, 'vitest.json');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runPinned(npmTool('vitest/vitest.mjs'), args, { echo: true });
  /** @type {{ numPassedTests: number, numFailedTests: number, numFailedTestSuites: number }} */
  const said = readReport(report, { numPassedTests: 0, numFailedTests: 0, numFailedTestSuites: 0 });
  const failed = Math.max(said.numFailedTests, said.numFailedTestSuites, code === 0 ? 0 : 1);
  return { passed: said.numPassedTests, failed };
}

/**
 * @param {string | undefined} chromium
 * @returns {Promise<Count>}
 */
async function runJourneys(chromium) {
  step('journeys in Chromium');
  const report = join(results, 'journeys.json');
  /** @type {Record<string, string>} */
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  if (chromium !== undefined) env['LOBBY_CHROMIUM'] = chromium;
  const args = ['test', '-c', 'tests/playwright.config.ts', '--reporter=list,json'];
  const { code } = await runPinned(npmTool('@playwright/test/cli.js'), args, { echo: true, env });
  const said = readReport(report, { stats: { expected: 0, unexpected: 0, flaky: 0 } });
  // A journey that passes only the second time is a defect.
  const failed = Math.max(said.stats.unexpected + said.stats.flaky, code === 0 ? 0 : 1);
  return { passed: said.stats.expected, failed };
}

/**
 * @template T
 * @param {string} file
 * @param {T} otherwise when the runner left no report
 * @returns {T}
 */
function readReport(file, otherwise) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return otherwise;
  }
}
