import { z } from 'zod';
import { credentials } from './settings/credentials.ts';
import { demo } from './settings/demo.ts';
import { guide } from './settings/guide.ts';
import { help } from './settings/help.ts';
import { hospitalSystem } from './settings/hospital-system.ts';
import { identification } from './settings/identification.ts';
import { mirrored } from './settings/mirrored.ts';
import { panelProfile } from './settings/panel-profile.ts';
import { area, desk } from './settings/places.ts';
import { queuePolicy } from './settings/queue-policy.ts';
import { checkIn, clinicSession, privacy, speech } from './settings/rules.ts';
import { playlist, screen, soundZone } from './settings/screens.ts';
import { selfTest } from './settings/self-test.ts';
import { terminal } from './settings/terminal.ts';
import { bilingual } from './settings/words.ts';

export type { Bilingual } from './settings/words.ts';
export type { HospitalSystemConfig } from './settings/hospital-system.ts';
export type { Identification } from './settings/identification.ts';
export type { PanelProfile } from './settings/panel-profile.ts';
export type { CredentialRules } from './settings/credentials.ts';
export type { CheckInPolicy } from './settings/rules.ts';
export type { PresetName, QueuePolicy, QueueSettings } from './settings/queue-policy.ts';
export type { AppointmentRule, Placement } from './settings/queue-lanes.ts';
export type { PriorityClass } from './settings/queue-priority.ts';
export type { TerminalConfig } from './settings/terminal.ts';

export const siteSchema = z
  .object({
    hospital: z
      .object({
        name: bilingual
          .describe('Name of the hospital')
          .meta({ example: { zh: '绍城医院', en: 'Shaocheng Hospital' } }),
        place: bilingual
          .default({ zh: '门诊一站式服务中心', en: 'Outpatient service centre' })
          .describe('What stands beside the name at the top of a terminal')
          .meta({ example: { zh: '门诊一站式服务中心', en: 'Outpatient service centre' } }),
        phone: z.string().default('').describe('Telephone printed on slips').meta({ example: '0575-0000000' }),
      })
      .strict()
      .describe('The hospital'),
    timeZone: z
      .string()
      .default('Asia/Shanghai')
      .describe('IANA time zone of the site')
      .meta({ example: 'Asia/Shanghai' }),
    address: z
      .string()
      .optional()
      .describe('Address under which browsers reach the hub, when a proxy stands in front')
      .meta({ example: 'https://lobby.hospital.example' }),
    clinicSessions: z
      .array(clinicSession)
      .min(1)
      .default([
        { code: 'morning', name: { zh: '上午', en: 'morning' }, start: '06:00' },
        { code: 'afternoon', name: { zh: '下午', en: 'afternoon' }, start: '12:00' },
        { code: 'night', name: { zh: '夜间', en: 'night' }, start: '18:00' },
      ])
      .describe('Clinic sessions in the order of the day; the last runs until the first one of the next day'),
    checkIn: checkIn.prefault({}).describe('When a patient may check in'),
    identification: identification.prefault({}).describe('How a terminal learns whose visit it is'),
    queue: queuePolicy.prefault({}).describe('Queue rules of the whole site'),
    privacy: privacy.prefault({}).describe('What is shown and said of a patient'),
    speech: speech.prefault({}).describe('How calls are spoken'),
    credentials: credentials.prefault({}).describe('How what patients present is told apart'),
    help: help.prefault({}).describe('Help for whoever presses the help button of a terminal'),
    guide: guide.prefault({}).describe('The way there: the map of the hospital'),
    hospitalSystem: hospitalSystem.prefault({}).describe('The hospital information system'),
    mirrored: mirrored.prefault({}).describe('Areas whose queue lives in another system'),
    selfTest: selfTest.prefault({}).describe('Start-of-day self-test of terminals'),
    panels: z.array(panelProfile).default([]).describe('Panel profiles of the site, beside those that ship'),
    areas: z.array(area).min(1).describe('Waiting areas'),
    desks: z.array(desk).default([]).describe('Desks that call'),
    screens: z.array(screen).default([]).describe('Calling screens'),
    soundZones: z.array(soundZone).default([]).describe('Where screens are heard, how loud and when'),
    playlists: z.array(playlist).default([]).describe('What screens show while nobody is called'),
    terminals: z.array(terminal).default([]).describe('Touch terminals'),
    demo: demo.optional().describe('Only for the demo hospital'),
  })
  .strict();

/** A whole site as its folder describes it, defaults filled in. */
export type Site = z.infer<typeof siteSchema>;
export type Area = Site['areas'][number];
export type Queue = Area['queues'][number];
export type Room = Area['rooms'][number];
export type Desk = Site['desks'][number];
export type Screen = Site['screens'][number];
export type SoundZone = Site['soundZones'][number];
export type Playlist = Site['playlists'][number];
