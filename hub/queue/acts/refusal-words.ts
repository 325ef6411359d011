import type { DeskRefusal, Words } from '../../contract/index.ts';

/** What is said to the person at the desk when nothing was done. */
export const refusalWords: Readonly<Record<DeskRefusal, Words>> = {
  'nobody-waits': { zh: '现在没有人候诊，没有呼叫。', en: 'Nobody is waiting; nobody was called.' },
  'not-your-ticket': {
    zh: '这位患者不在本诊台，没有执行。',
    en: 'This patient is not at your desk; nothing was done.',
  },
  'already-done': { zh: '这一步已经做过了。', en: 'That was done already.' },
  'not-logged-in': { zh: '登录已失效，请重新登录。', en: 'Your login has ended; please log in again.' },
  'desk-unknown': { zh: '没有这个诊台，没有执行。', en: 'There is no such desk; nothing was done.' },
  'role-not-allowed': { zh: '您的账号在这个诊台不能做这一步。', en: 'Your account may not do this at this desk.' },
  stale: {
    zh: '情况刚刚变了，没有执行。请看现在的情况再决定。',
    en: 'Things have just changed; nothing was done. Please look again.',
  },
  'already-called': { zh: '这位患者刚被别的诊台叫走了。', en: 'Another desk has just called this patient.' },
  'needs-confirmation': { zh: '还没轮到这一位。确定要叫吗？', en: 'This one is not next. Call all the same?' },
  'too-late-to-undo': { zh: '只能在 30 秒内撤回呼叫。', en: 'A call can be undone within 30 seconds only.' },
  'call-unknown': { zh: '没有这次呼叫。', en: 'There is no such call.' },
  'ticket-unknown': { zh: '没有这个号。', en: 'There is no such ticket.' },
  'queue-unknown': { zh: '没有这个队列。', en: 'There is no such queue.' },
  'session-closed': { zh: '现在不在取号时间内。', en: 'No numbers are given at this hour.' },
  'other-day': { zh: '这个号不是今天的。', en: 'This ticket is not of today.' },
  'called-a-moment-ago': { zh: '刚刚叫过，请稍等再叫。', en: 'It was called a moment ago; please wait.' },
  mirrored: {
    zh: '这个诊区的队列由医院系统管理，请在那边叫号。',
    en: 'The hospital system keeps this queue; please call there.',
  },
  paused: { zh: '诊台已暂停。恢复后再叫号。', en: 'The desk is paused; continue before calling.' },
  'room-full': { zh: '诊室门口已经坐满，请稍等。', en: 'The places before the room are taken; please wait.' },
  'class-unknown': { zh: '这个队列没有这种优先类别。', en: 'This queue has no such priority class.' },
  'desk-stopped': { zh: '这个诊台已停诊。', en: 'This desk has stopped for now.' },
  'reason-unknown': { zh: '请从列表里选一个原因。', en: 'Please choose a reason from the list.' },
  'key-reused': {
    zh: '这个编号已经用于别的操作，没有执行。',
    en: 'This key was used for something else; nothing was done.',
  },
};
