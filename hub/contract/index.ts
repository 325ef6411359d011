// Every message between hub, agent and pages. Data from outside is parsed by these schemas at the rim and trusted inside.
export * from './words.ts';
export * from './credential.ts';
export * from './visit.ts';
export * from './slip.ts';
export * from './board.ts';
export * from './desk.ts';
export * from './event.ts';
export * from './fleet.ts';
export * from './terminal.ts';
export * from './print.ts';
export * from './staff.ts';
export * from './assist.ts';
export * from './terminal-feed.ts';
export * from './hospital.ts';
export * from './load.ts';
