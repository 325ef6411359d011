import type { Site } from '@lobby/config';
import type { DeviceKind } from '@lobby/hub/contract';

/** Whether a device is in the settings of the site, or came with the hospital's own data. */
export function siteHas(site: Site, kind: DeviceKind, id: string): boolean {
  return site[`${kind}s`].some((device) => device.id === id);
}
