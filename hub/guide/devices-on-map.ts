import type { Site } from '@lobby/config';
import type { Venue } from '@lobby/maps/venue.ts';
import type { PublishRefusal, Words } from '../contract/index.ts';

export type DeviceTrouble = {
  readonly reason: Extract<PublishRefusal, 'venue-device-missing' | 'venue-device-heading'>;
  readonly said: Words;
};

type Devices = Pick<Site, 'terminals' | 'screens'>;

/**
 * What keeps a venue from being published: a terminal or screen of the site that is not on it, or of which nobody says
 * where its reader looks. A way that begins with a wrong turn is worse than none.
 */
export function deviceTrouble(venue: Venue, { terminals, screens }: Devices): DeviceTrouble | undefined {
  const onMap = new Map(
    venue.kiosks.flatMap((kiosk) =>
      kiosk.device === null ? [] : [[`${kiosk.device.kind} ${kiosk.device.id}`, kiosk] as const],
    ),
  );
  const devices = [
    ...terminals.map(({ id }) => ({ kind: 'terminal' as const, id })),
    ...screens.map(({ id }) => ({ kind: 'screen' as const, id })),
  ];
  const missing = devices.filter(({ kind, id }) => !onMap.has(`${kind} ${id}`));
  if (missing.length > 0) return { reason: 'venue-device-missing', said: missingSaid(missing) };
  const blind = devices.filter(({ kind, id }) => onMap.get(`${kind} ${id}`)?.heading === null);
  return blind.length === 0 ? undefined : { reason: 'venue-device-heading', said: blindSaid(blind) };
}

type Named = readonly { readonly kind: 'terminal' | 'screen'; readonly id: string }[];

const kinds = { terminal: { zh: '自助机', en: 'terminal' }, screen: { zh: '屏幕', en: 'screen' } } as const;

function listed(devices: Named): Words {
  const name = (language: 'zh' | 'en'): string =>
    devices.map(({ kind, id }) => `${kinds[kind][language]} ${id}`).join(language === 'zh' ? '、' : ', ');
  return { zh: name('zh'), en: name('en') };
}

function missingSaid(devices: Named): Words {
  const { zh, en } = listed(devices);
  const is = devices.length === 1 ? 'is' : 'are';
  return {
    zh: `地图上没有${zh}。请在地图里加上这台设备（kiosk）和它的朝向，再发布。`,
    en: `The map lacks ${en}, which ${is} in the settings. Add a kiosk with its heading to the map, then publish it again.`,
  };
}

function blindSaid(devices: Named): Words {
  const { zh, en } = listed(devices);
  return {
    zh: `地图没有说看${zh}的人面向哪边。请补上朝向（heading），再发布。`,
    en: `The map does not say where whoever reads ${en} looks. Give the kiosk its heading, then publish it again.`,
  };
}
