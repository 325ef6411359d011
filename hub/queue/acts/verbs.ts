import type { DeskAction } from '../../contract/index.ts';
import type { Act, ActOutcome } from './act.ts';
import { addByHand } from './add.ts';
import { mirroredRefusal } from './mirrored.ts';
import { broadcast, endBroadcast } from './broadcast.ts';
import { callOne } from './call-one.ts';
import { callIn } from './corridor.ts';
import { finish, markMissed, recall, toTests } from './end-turn.ts';
import { hold, resume } from './hold.ts';
import { drop, takeBack, undoCheckIn } from './leave.ts';
import { callNext } from './next.ts';
import { endPanic, panic } from './panic.ts';
import { openClinic, pause, stopClinic, unpause } from './pause.ts';
import { takeAlong } from './take-along.ts';
import { transfer } from './transfer.ts';
import { undoCall } from './undo-call.ts';
import { assign, insertEmergency, move, setClass } from './urgency.ts';

/** Does what a desk wants, in the transaction of `act`, and puts the changed lines into `act.lines`. */
export async function doAction(act: Act, action: DeskAction): Promise<ActOutcome> {
  return mirroredRefusal(act, action) ?? doOwn(act, action);
}

function doOwn(act: Act, action: DeskAction): Promise<ActOutcome> {
  switch (action.action) {
    case 'next':
      return callNext(act, action);
    case 'call':
      return callOne(act, action);
    case 'call-in':
      return callIn(act, action);
    case 'recall':
      return recall(act, action);
    case 'missed':
      return markMissed(act, action);
    case 'finish':
      return finish(act, action);
    case 'to-tests':
      return toTests(act, action);
    case 'hold':
      return hold(act, action);
    case 'resume':
      return resume(act, action);
    case 'transfer':
      return transfer(act, action);
    case 'take-along':
      return takeAlong(act, action);
    case 'undo-call':
      return undoCall(act, action);
    case 'insert-emergency':
      return insertEmergency(act, action);
    case 'add':
      return addByHand(act, action);
    case 'move':
      return move(act, action);
    case 'set-class':
      return setClass(act, action);
    case 'assign':
      return assign(act, action);
    case 'undo-check-in':
      return undoCheckIn(act, action);
    case 'drop':
      return drop(act, action);
    case 'return':
      return takeBack(act, action);
    case 'pause':
      return pause(act, action);
    case 'unpause':
      return unpause(act);
    case 'stop-clinic':
      return stopClinic(act, action);
    case 'open-clinic':
      return openClinic(act, action);
    case 'broadcast':
      return broadcast(act, action);
    case 'end-broadcast':
      return endBroadcast(act, action);
    case 'panic':
      return panic(act);
    case 'end-panic':
      return endPanic(act, action);
  }
}
