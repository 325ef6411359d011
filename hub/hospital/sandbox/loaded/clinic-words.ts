import { z } from 'zod';
import { words, type Words } from '../../../contract/index.ts';
import type { QueueOwner } from './queue-owner.ts';

/** What patients read of a loaded clinic. */
export const clinicWords = z.object({
  /** The queue, and with it the clinic of an appointment. */
  queue: words,
  /** The door. */
  room: words,
  /** The person, where the queue is called otherwise. */
  person: words.nullable(),
});
export type ClinicWords = z.infer<typeof clinicWords>;

const han = /\p{Script=Han}/u;
const longest = 60;

/**
 * A queue is called what people come for, where the data says so, with the person beside it; else it is called after the
 * person, the place or the service. `door`: the place where only this queue is served, where there is one.
 */
export function wordsOfClinic(owner: QueueOwner, number: number, door: Words | null): ClinicWords {
  const own = ownName(owner, number);
  const service = owner.service === null ? null : cut(owner.service);
  return {
    queue: service ?? own,
    room: door === null ? own : cut(door),
    person: service === null || owner.name === null ? null : cut(owner.name),
  };
}

function ownName({ kind, name }: QueueOwner, number: number): Words {
  if (name !== null) return cut(kind === 'practitioner' ? doctor(name) : name);
  switch (kind) {
    case 'practitioner':
      return { zh: `${number} 号医生`, en: `Doctor ${number}` };
    case 'location':
      return { zh: `${number} 号诊室`, en: `Room ${number}` };
    case 'service':
      return { zh: `${number} 号门诊`, en: `Clinic ${number}` };
    case 'general':
      return { zh: '门诊', en: 'Clinic' };
  }
}

/** 李文医生 and Dr Adam Careful; 李文医生 in both languages where no other name is known, Adam Careful 医生 likewise. */
function doctor({ zh, en }: Words): Words {
  const inChinese = han.test(zh) ? `${zh}医生` : `${zh} 医生`;
  return { zh: inChinese, en: han.test(en) ? inChinese : `Dr ${en}` };
}

function cut({ zh, en }: Words): Words {
  return { zh: short(zh), en: short(en) };
}

function short(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

/** The waiting area of an organisation, or of all that belong to none; several of the same are counted. */
export function wordsOfArea(organization: QueueOwner['organization'], which: number): Words {
  const name = organization === null ? { zh: '候诊区', en: 'Waiting area' } : cut(organization.name);
  return which === 1 ? name : { zh: `${name.zh} ${which}`, en: `${name.en} ${which}` };
}
