import type { Site } from '@lobby/config';

/**
 * Where phones reach the hub: the address of the site. The demo hospital has none, and everything of it runs on one
 * machine: there its own address will do.
 */
export function phoneAddress({ address, demo }: Pick<Site, 'address' | 'demo'>, url: URL): string | undefined {
  return address ?? (demo?.enrolsItself === true ? url.origin : undefined);
}
