import type { StaffRole, Words } from '../../contract/index.ts';
import { surnameOf } from '../../visits/masked-name.ts';
import type { Ticket } from '../ticket.ts';
import { refuse, type Act, type ActRefused } from './act.ts';

/** A lost race: by whom and where the ticket was called. */
export async function alreadyCalled(act: Act, ticket: Ticket): Promise<ActRefused> {
  const { call } = ticket;
  const room = call === null ? undefined : act.plan.room(call.roomId)?.name;
  if (call === null || room === undefined) return refuse('already-called');
  const by = await callerOf(act, call.workNo);
  return refuse('already-called', {
    zh: `${ticket.label} 已被${by.zh}叫到 ${room.zh}。`,
    en: `${ticket.label} was already called to ${room.en} by ${by.en}.`,
  });
}

async function callerOf(act: Act, workNo: string): Promise<Words> {
  const query = act.transaction.selectFrom('staff').select(['name', 'role']).where('work_no', '=', workNo);
  const row = await query.executeTakeFirst();
  if (row === undefined) return { zh: '别的诊台', en: 'another desk' };
  return addressOf(JSON.parse(row.name) as Words, row.role as StaffRole);
}

/** How colleagues speak of somebody: 李医生, Dr Li. */
export function addressOf(name: Words, role: StaffRole): Words {
  const surname = surnameOf(name.zh, undefined) ?? name.zh;
  const family = name.en.split(' ')[0] ?? name.en;
  if (role === 'doctor') return { zh: `${surname}医生`, en: `Dr ${family}` };
  if (role === 'nurse') return { zh: `${surname}护士`, en: `Nurse ${family}` };
  return { zh: `${surname}老师`, en: name.en };
}
