export type { Because, NormalReason, Placed } from './because.ts';
export { callingOrder, type OrderInput } from './calling-order.ts';
export { mergedOrder, type QueueOrder } from './merged-order.ts';
export { mirroredOrder } from './mirrored-order.ts';
export { reasonWords, type TimeOfDay } from './reason-words.ts';
export { isCalledByRules, placementOf } from './stand.ts';
export { waitingSince, type NurseMove, type OrderCall, type OrderTicket } from './ticket-in-order.ts';
