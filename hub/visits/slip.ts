import { floorShort, type Site } from '@lobby/config';
import type { ExpectedWait, Slip, WaitTold, WalkProfile } from '../contract/index.ts';
import { wallTime } from '../business-date.ts';
import type { StepsForSlip } from '../guide/steps-for-slip.ts';
import { wayOnPaper } from './way-on-paper.ts';
import { codeOfTicket } from '../queue/ticket-code.ts';
import type { QueuePlace } from '../queue/site-plan.ts';
import type { Ticket } from '../queue/ticket.ts';

type Language = 'zh' | 'en';

/** How a ticket is put on paper. With a print key it is noted, and marked as a reprint where one may lie somewhere. */
export interface SlipWish {
  readonly language: Language;
  /** Who walks the way on it. */
  readonly profile: WalkProfile;
  readonly printKey?: string;
}

/** What a ticket looks like on paper. Nothing on it says more of the patient than the masked name. */
export function slipOfTicket(ticketOnPaper: {
  readonly site: Site;
  readonly place: QueuePlace;
  readonly ticket: Ticket;
  /** Null: it does not wait. */
  readonly wait: WaitTold | null;
  readonly language: Language;
  /** The way from the terminal that prints it, and back; left out where the map knows none. */
  readonly steps?: StepsForSlip;
}): Slip {
  const { site, place, ticket, language, steps } = ticketOnPaper;
  const sections = steps === undefined ? [] : wayOnPaper(steps, language);
  const other = language === 'zh' ? 'en' : 'zh';
  return {
    title: site.hospital.name[language],
    big: ticket.label,
    heading: `${place.queue.name[language]} · ${place.area.name[language]}`,
    subheading: `${place.queue.name[other]} · ${place.area.name[other]} · ${floorShort(place.area.level)}`,
    lines: linesOf(ticketOnPaper),
    ...(sections.length > 0 && { sections }),
    note: noteOf(site, language),
    qr: codeOfTicket(site.address, ticket.id),
  };
}

const labels = {
  zh: {
    name: '姓名',
    appointment: '预约',
    checkedIn: '签到',
    ahead: '前面等候',
    people: (count: number) => `${count} 人`,
    before: (count: number) => `前面 ${count} 人`,
    byProxy: (name: string) => `${name}（代办）`,
  },
  en: {
    name: 'Name',
    appointment: 'Appointment',
    checkedIn: 'Checked in',
    ahead: 'Ahead of you',
    people: (count: number) => String(count),
    before: (count: number) => `${count} before you`,
    byProxy: (name: string) => `${name} (by a relative)`,
  },
} as const;

function linesOf(on: {
  readonly site: Site;
  readonly ticket: Ticket;
  readonly wait: WaitTold | null;
  readonly language: Language;
}): Slip['lines'] {
  const { site, ticket, wait, language } = on;
  const label = labels[language];
  const practitioner = doctorText(ticket, language);
  const slot = slotText(site, ticket);
  return [
    {
      label: label.name,
      value: ticket.actedBy === null ? ticket.patient.maskedName : label.byProxy(ticket.patient.maskedName),
    },
    ...(slot === '' ? [] : [{ label: label.appointment, value: `${slot} ${practitioner}`.trim() }]),
    { label: label.checkedIn, value: dateText(site, ticket.checkedInAt, language) },
    ...(wait === null ? [] : [waitLine(wait, language)]),
  ];
}

/** As of the printing: the time of the check-in stands above it. */
function waitLine({ ahead, expected }: WaitTold, language: Language): Slip['lines'][number] {
  const label = labels[language];
  if (expected === null) return { label: label.ahead, value: label.people(ahead) };
  return { label: label.before(ahead), value: waitText(expected, language) };
}

function waitText({ fromMinutes, toMinutes }: ExpectedWait, language: Language): string {
  if (fromMinutes === 0) return language === 'zh' ? `${toMinutes} 分钟以内` : `within ${toMinutes} min`;
  return language === 'zh' ? `约 ${fromMinutes}–${toMinutes} 分钟` : `about ${fromMinutes}–${toMinutes} min`;
}

function doctorText({ practitioner }: Ticket, language: Language): string {
  if (practitioner === null) return '';
  return language === 'zh' ? `${practitioner.zh}医生` : `Dr ${practitioner.en}`;
}

function slotText(site: Site, { slotStart, slotEnd }: Ticket): string {
  if (slotStart === null || slotEnd === null) return '';
  return `${wallTime(site.timeZone, slotStart)}–${wallTime(site.timeZone, slotEnd)}`;
}

function dateText(site: Site, at: string, language: Language): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(site.timeZone);
  const time = wallTime(site.timeZone, at);
  if (language === 'zh') return `${local.month}月${local.day}日 ${time}`;
  return `${local.toLocaleString('en-GB', { day: 'numeric', month: 'short' })}, ${time}`;
}

function noteOf(site: Site, language: Language): string {
  const { phone } = site.hospital;
  const missed = {
    zh: '过号请在自助机重新签到',
    en: 'Missed your call? Check in again at a terminal.',
  }[language];
  if (phone === '') return missed;
  return language === 'zh' ? `${missed}\n服务电话 ${phone}` : `${missed}\nInformation: ${phone}`;
}
