import { mount, unmount } from 'svelte';
import CompactCaller from './compact-caller.svelte';
import type { DeskScene } from './desk-scene.svelte.ts';

/** Document Picture-in-Picture: a window that stays on top. Not in every browser, and not on plain http from elsewhere. */
interface SmallWindows {
  requestWindow(size: { readonly width: number; readonly height: number }): Promise<Window>;
}

/** CSS pixels. */
const size = { width: 360, height: 232 };

/** Where this browser opens windows that stay on top; undefined: it has none. */
export function smallWindow(): SmallWindows | undefined {
  const offered: unknown = Reflect.get(window, 'documentPictureInPicture');
  return isSmallWindows(offered) ? offered : undefined;
}

/** Puts the same desk into a small window that stays on top of the doctor's own software. */
export async function openSmallWindow(scene: DeskScene): Promise<void> {
  const opened = await smallWindow()?.requestWindow(size);
  if (opened === undefined) return;
  const { document: there } = opened;
  there.documentElement.lang = document.documentElement.lang;
  there.title = document.title;
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style'))
    there.head.append(sheet.cloneNode(true));
  const caller = mount(CompactCaller, { target: there.body, props: { scene } });
  opened.addEventListener('pagehide', () => void unmount(caller));
}

function isSmallWindows(offered: unknown): offered is SmallWindows {
  return typeof offered === 'object' && offered !== null && 'requestWindow' in offered;
}
