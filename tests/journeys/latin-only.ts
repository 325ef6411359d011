import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from '@playwright/test';

const resolve = createRequire(new URL('../../agent/package.json', import.meta.url)).resolve;

/** Opens Chromium as on a machine whose only font is a Latin one, while `use` has it. */
export async function withLatinOnly(options: LaunchOptions, use: (browser: Browser) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-fonts-'));
  const cache = join(folder, 'cache');
  mkdirSync(cache);
  const fonts = dirname(resolve('@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  );
  const browser = await chromium.launch({ ...options, env: { ...process.env, FONTCONFIG_FILE: file } });
  try {
    await use(browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
