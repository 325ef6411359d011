import { z } from 'zod';

/** A text in the two languages of the product. */
export const bilingual = z
  .object({
    zh: z.string().min(1).describe('Chinese text, full-width punctuation'),
    en: z.string().min(1).describe('English text'),
  })
  .strict();
export type Bilingual = z.infer<typeof bilingual>;

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, 'letters, digits and hyphens, at most 32')
  .describe('Identifier: letters, digits and hyphens');
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 07:30')
  .describe('Time of day HH:MM in the time zone of the site');
const minutes = z.number().int().min(0).max(1440);

export const panelProfile = z
  .object({
    id,
    diagonalInches: z.number().min(4).max(120).describe('Visible diagonal in inches').meta({ example: 21.5 }),
    widthPixels: z.number().int().min(240).describe('Width of the picture in pixels').meta({ example: 1080 }),
    heightPixels: z.number().int().min(240).describe('Height of the picture in pixels').meta({ example: 1920 }),
    viewingDistanceMm: z.number().min(200).describe('Distance from eye to panel in millimetres').meta({ example: 600 }),
    centreHeightMm: z
      .number()
      .min(300)
      .describe('Height of the panel centre above the floor in millimetres')
      .meta({ example: 1300 }),
  })
  .strict();
export type PanelProfile = z.infer<typeof panelProfile>;

const clinicSession = z
  .object({
    code: id.meta({ example: 'morning' }),
    name: bilingual.describe('What patients read').meta({ example: { zh: '上午', en: 'morning' } }),
    start: timeOfDay.describe('When the session starts; it ends where the next one starts').meta({ example: '06:00' }),
  })
  .strict();

const checkIn = z
  .object({
    opensMinutesBefore: minutes
      .default(30)
      .describe('How long before the start of the slot a patient may check in')
      .meta({ example: 30 }),
    graceMinutes: minutes
      .default(10)
      .describe('How long after the end of the slot a patient is still not late')
      .meta({ example: 10 }),
    closesMinutesAfter: minutes
      .default(150)
      .describe('How long after the end of the slot check-in closes')
      .meta({ example: 150 }),
    late: z
      .enum(['late-lane', 'as-normal', 'refuse'])
      .default('late-lane')
      .describe('What happens to a patient who checks in after the grace time')
      .meta({ example: 'late-lane' }),
  })
  .strict();
export type CheckInPolicy = z.infer<typeof checkIn>;

const queuePolicy = z
  .object({
    interleave: z
      .object({
        normal: z.number().int().min(1).max(20).default(2),
        return: z.number().int().min(1).max(20).default(1),
        missed: z.number().int().min(1).max(20).default(1),
        late: z.number().int().min(1).max(20).default(1),
      })
      .strict()
      .prefault({})
      .describe('How many of each lane are called in turn; an empty lane is passed over')
      .meta({ example: { normal: 2, return: 1, missed: 1, late: 1 } }),
    prepare: z
      .number()
      .int()
      .min(0)
      .max(5)
      .default(2)
      .describe('How many next tickets are shown as "please get ready"')
      .meta({ example: 2 }),
    maxCalls: z
      .number()
      .int()
      .min(1)
      .max(9)
      .default(3)
      .describe('How often a ticket is called before it may be marked missed by itself')
      .meta({ example: 3 }),
  })
  .strict();
export type QueuePolicy = z.infer<typeof queuePolicy>;

const privacy = z
  .object({
    shown: z
      .enum(['masked-name', 'ticket-only', 'full-name'])
      .default('masked-name')
      .describe('What screens show of a called patient')
      .meta({ example: 'masked-name' }),
    spoken: z
      .enum(['surname', 'ticket-only'])
      .default('surname')
      .describe('What loudspeakers say of a called patient, beside the ticket number')
      .meta({ example: 'surname' }),
  })
  .strict();

const speech = z
  .object({
    languages: z
      .array(z.enum(['zh', 'en']))
      .min(1)
      .default(['zh', 'en'])
      .describe('Languages of a call, in the order in which they are spoken')
      .meta({ example: ['zh', 'en'] }),
    wordsPerMinute: z.number().int().min(80).max(260).default(140).describe('Speaking rate').meta({ example: 140 }),
    volume: z.number().min(0).max(1).default(0.8).describe('Loudness of screens, 0 to 1').meta({ example: 0.8 }),
  })
  .strict();

const room = z
  .object({
    id: id.meta({ example: 'card-3' }),
    name: bilingual.meta({ example: { zh: '3 诊室', en: 'Room 3' } }),
  })
  .strict();

const queue = z
  .object({
    id: id.meta({ example: 'cardiology' }),
    name: bilingual.meta({ example: { zh: '心血管内科', en: 'Cardiology' } }),
    clinic: z
      .string()
      .min(1)
      .describe('Code of the clinic (HealthcareService identifier) in the hospital information system')
      .meta({ example: 'CARD' }),
    prefix: z
      .string()
      .regex(/^[A-Z]{1,2}$/, 'one or two capital letters')
      .describe('Letters before the number on a ticket; unique in the area')
      .meta({ example: 'A' }),
    rooms: z
      .array(id)
      .min(1)
      .describe('Rooms in which this queue is served')
      .meta({ example: ['card-1', 'card-3'] }),
    policy: queuePolicy.partial().optional().describe('Queue rules that differ from those of the site'),
  })
  .strict();

const area = z
  .object({
    id: id.meta({ example: 'cardiology-3f' }),
    name: bilingual.meta({ example: { zh: '心内科候诊区', en: 'Cardiology waiting area' } }),
    level: z.number().int().min(-9).max(99).describe('Floor on which the area lies').meta({ example: 3 }),
    rooms: z.array(room).min(1).describe('Rooms of the area'),
    queues: z.array(queue).min(1).describe('Queues that wait in the area'),
  })
  .strict();

const desk = z
  .object({
    id: id.meta({ example: 'D-card-3' }),
    room: id.describe('The room in which the desk stands').meta({ example: 'card-3' }),
    queues: z
      .array(id)
      .min(1)
      .describe('Queues from which the desk calls')
      .meta({ example: ['cardiology'] }),
  })
  .strict();

const screen = z
  .object({
    id: id.meta({ example: 'S-card' }),
    area: id.describe('Area whose calls are shown').meta({ example: 'cardiology-3f' }),
    panel: id.describe('Panel profile').meta({ example: 'wall-55' }),
  })
  .strict();

/** Where a device hangs: tcp://HOST:PORT or serial:///dev/tty…?baud=N */
const deviceAddress = z
  .string()
  .regex(/^(tcp:\/\/[^\s/]+:\d{1,5}|serial:\/\/\S+)$/, 'tcp://HOST:PORT or serial:///dev/tty…')
  .describe('Where the device hangs: tcp://HOST:PORT or serial:///dev/tty…')
  .meta({ example: 'serial:///dev/ttyUSB0' });

const terminal = z
  .object({
    id: id.meta({ example: 'K01' }),
    name: bilingual.meta({ example: { zh: '一楼大厅 1 号机', en: 'Lobby terminal 1' } }),
    level: z.number().int().min(-9).max(99).describe('Floor on which the terminal stands').meta({ example: 1 }),
    panel: id.describe('Panel profile').meta({ example: 'portrait-21' }),
    areas: z
      .array(id)
      .optional()
      .describe('Areas for which a patient may check in here; all when left out')
      .meta({ example: ['cardiology-3f'] }),
    reader: z
      .object({
        kind: z.literal('sdt').describe('Protocol of the reader: sdt is GA 450'),
        address: deviceAddress,
        baud: z
          .number()
          .int()
          .default(115200)
          .describe('Line speed of a serial reader in bits a second')
          .meta({ example: 115200 }),
        pollMilliseconds: z
          .number()
          .int()
          .min(300)
          .max(2000)
          .default(350)
          .describe('Pause between two looks for a card; GA 450 asks for more than 300 ms')
          .meta({ example: 350 }),
      })
      .strict()
      .optional()
      .describe('Resident ID card reader'),
    printer: z
      .object({
        kind: z.literal('escpos').describe('Command language of the printer'),
        address: deviceAddress,
        baud: z
          .number()
          .int()
          .default(115200)
          .describe('Line speed of a serial printer in bits a second')
          .meta({ example: 115200 }),
        columns: z
          .union([z.literal(48), z.literal(32)])
          .default(48)
          .describe('Characters a line: 48 on 80 mm paper, 32 on 58 mm')
          .meta({ example: 48 }),
      })
      .strict()
      .optional()
      .describe('Thermal slip printer'),
  })
  .strict();
export type TerminalConfig = z.infer<typeof terminal>;

const demo = z
  .object({
    seed: z.number().int().default(20260101).describe('Seed of the invented hospital').meta({ example: 20260101 }),
    patients: z.number().int().min(20).max(5000).default(400).describe('How many patients').meta({ example: 400 }),
    enrolsItself: z
      .boolean()
      .default(false)
      .describe('Screens and desks opened on this machine enrol themselves; never true in a hospital')
      .meta({ example: true }),
    staff: z
      .array(
        z
          .object({
            workNo: z
              .string()
              .regex(/^\d{3,8}$/)
              .describe('Work number')
              .meta({ example: '1001' }),
            name: bilingual.meta({ example: { zh: '李文', en: 'Li Wen' } }),
            title: bilingual.optional().meta({ example: { zh: '主治医师', en: 'Attending physician' } }),
            role: z.enum(['doctor', 'nurse', 'operator']).default('doctor').describe('What the person may do'),
            password: z.string().min(6).describe('Password of the demo account').meta({ example: 'demo-1001' }),
          })
          .strict(),
      )
      .default([])
      .describe('Invented staff accounts'),
  })
  .strict();

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
    queue: queuePolicy.prefault({}).describe('Queue rules of the whole site'),
    privacy: privacy.prefault({}).describe('What is shown and said of a patient'),
    speech: speech.prefault({}).describe('How calls are spoken'),
    hospitalSystem: z
      .object({ adapter: z.literal('sandbox').default('sandbox').describe('Which hospital information system') })
      .strict()
      .prefault({})
      .describe('The hospital information system'),
    panels: z.array(panelProfile).default([]).describe('Panel profiles of the site, beside those that ship'),
    areas: z.array(area).min(1).describe('Waiting areas'),
    desks: z.array(desk).default([]).describe('Desks that call'),
    screens: z.array(screen).default([]).describe('Calling screens'),
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
