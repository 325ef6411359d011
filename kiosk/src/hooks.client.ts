import type { HandleClientError } from '@sveltejs/kit/hooks';
import { fillIn } from '#lib/old-browsers.ts';

fillIn();

/** A page that broke in the browser says so to whoever stands before it, and is opened anew by its error page. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind !== 'unknown') return;
  console.error(error);
  return { message: '这个页面出错了，正在重新打开 · Something went wrong on this page. It is being opened again.' };
};
