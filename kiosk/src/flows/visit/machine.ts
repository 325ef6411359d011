import { assign, raise } from 'xstate';
import { whyEnded } from './ending.ts';
import { nobody } from './facts.ts';
import { visitSetup } from './setup.ts';
import { steps } from './steps.ts';
import { heardByWay, wayThere } from './way-there.ts';
import { nothingTyped } from './ways/facts.ts';
import { waysFlow } from './ways/flow.ts';

/** Whoever showed something goes, and the agent keeps nothing of it. */
const turnedAway = { target: '#visit.leaving', actions: ['decline', 'tellAgentToForget'] } as const;

/** A card has not led to a visit: what happened, what to do, and back to welcome. */
const troubled = visitSetup.createStateConfig({
  on: {
    'patient.wentHome': turnedAway,
    'card.trouble': { target: '#visit.cardTrouble', reenter: true, actions: 'noteCardTrouble' },
    // Whoever changes the size reads on, in the time of that size.
    'patient.choseMode': { target: '.told', actions: 'takeMode' },
  },
  initial: 'told',
  states: { told: { after: { troubleStays: turnedAway } } },
});

/** The line to the agent broke, and with it whatever somebody was doing; welcome, or out of service, comes in a moment. */
const brokenLine = { 'agent.broke': 'starting' } as const;

/** Nobody is being served: what was scanned and opens nothing is told. */
const strayCode = { 'card.trouble': { target: 'cardTrouble', actions: 'noteCardTrouble' } } as const;

/** Somebody chose a language or a mode where nobody is served yet, and has time to go on from the last choice. */
const choosing = visitSetup.createStateConfig({
  initial: 'plain',
  on: {
    'patient.choseLanguage': { target: '.chosen', actions: 'speakLanguage' },
    'patient.choseMode': { target: '.chosen', actions: 'takeMode' },
  },
  states: {
    plain: { entry: 'forgetChoices' },
    chosen: { after: { choiceReset: 'plain' } },
  },
});

/** Whether somebody is still there. */
const presence = visitSetup.createStateConfig({
  initial: 'attentive',
  states: {
    attentive: {
      on: {
        'work.began': 'busy',
        'patient.touched': { target: 'attentive', reenter: true },
        'patient.choseMode': { target: 'attentive', reenter: true, actions: 'takeMode' },
        'help.noted': { target: 'attentive', reenter: true },
      },
      after: { idleWarning: 'warned' },
    },
    // Whoever waits for the machine has no reason to touch it.
    busy: {
      on: { 'work.ended': 'attentive' },
      after: { longestWork: 'attentive' },
    },
    warned: {
      tags: 'warned',
      // Only the answer counts: a stray touch must not take away the buttons under a finger.
      on: {
        'patient.stayed': 'attentive',
        // Whoever lays down a card now may be the next person, who walks otherwise.
        'card.presented': {
          target: '#visit.identifying',
          actions: ['noteCard', 'putHelpAway', 'freePlace', 'forgetWalk'],
        },
        'code.presented': {
          target: '#visit.identifying',
          actions: ['noteCode', 'putHelpAway', 'freePlace', 'forgetWalk'],
        },
      },
      after: { idleAnswer: { actions: raise({ type: 'idle.ranOut' }) } },
    },
  },
});

/**
 * One terminal, from welcome to welcome. A patient's data lives in the state `visiting` alone: whichever way leads out of
 * it, its exit tells the agent, wipes the page and forgets the patient, and stops whatever was under way. A state outside of
 * it that holds something personal, such as what somebody types, has `wipe` on its exit as well.
 */
export const visitMachine = visitSetup.createMachine({
  id: 'visit',
  context: ({ input }) => ({
    ...input,
    ...nobody,
    agent: 'connecting',
    hub: 'here',
    hospitalAwaySince: null,
    reader: 'ready',
    printer: 'ready',
    paper: 'unknown',
    cardPresent: false,
    helpComing: false,
    finds: input.hasMap === true,
    language: 'zh',
    mode: 'standard',
    cardTrouble: 'unreadable',
    presented: 'card',
    refusal: 'hospital-unavailable',
    mayAct: false,
    typed: nothingTyped,
    devices: {},
    declined: false,
    leftBy: 'cancelled',
  }),
  on: {
    hello: { target: '.welcome', actions: 'hearHello' },
    'agent.lost': { target: '.welcome', actions: assign({ agent: 'lost', cardPresent: false }) },
    'hub.away': { actions: assign({ hub: 'away' }) },
    'guide.changed': { actions: 'noteMap' },
    'hub.here': { actions: assign({ hub: 'here' }) },
    'hospital.changed': { actions: 'noteHospital' },
    'device.changed': { actions: 'noteDevices' },
    'card.presented': { target: '.identifying', actions: ['noteCard', 'putHelpAway', 'freePlace'] },
    'code.presented': { target: '.identifying', actions: ['noteCode', 'putHelpAway', 'freePlace'] },
    'card.removed': { actions: 'noteNoCard' },
    'visit.opened': [
      {
        guard: 'declined',
        actions: {
          type: 'tellAgentOfEnd',
          params: ({ event }) => ({ visitId: event.visitId, why: 'cancelled' }),
        },
      },
      { target: '.visiting', actions: 'openVisit' },
    ],
    'patient.choseLanguage': { actions: 'speakLanguage' },
    'patient.choseMode': { actions: 'takeMode' },
    'help.changed': {
      actions: [
        'noteHelp',
        'tellHelp',
        raise(({ context }) => ({ type: 'help.noted' as const, coming: context.helpComing })),
      ],
    },
    // Whoever asks for help is there.
    'patient.askedForHelp': { actions: ['tellHelp', raise({ type: 'patient.stayed' })] },
    'patient.withdrewHelp': { actions: 'tellHelp' },
    'patient.lookedAtHelp': { actions: 'tellHelp' },
    'patient.leftHelp': { actions: 'tellHelp' },
  },
  // Help outlives screens and visits: the person still stands there.
  invoke: { id: 'help', src: 'help', input: ({ context }) => ({ newKey: context.newKey }), onSnapshot: {} },
  initial: 'starting',
  states: {
    starting: {
      meta: { screen: 'starting' },
      after: { helloTimeout: { target: 'welcome', actions: assign({ agent: 'lost' }) } },
    },
    welcome: {
      tags: 'atRest',
      meta: { screen: 'welcome' },
      // How somebody walks who looked for a place goes along when they lay down a card, and no farther.
      entry: ['freePlace', 'forgetWalk'],
      always: [
        { guard: 'agentGone', target: 'outOfService' },
        { guard: 'hubAway', target: 'outOfService' },
        { guard: 'noWayIn', target: 'outOfService' },
      ],
      ...choosing,
      on: {
        ...choosing.on,
        ...strayCode,
        'patient.choseWay': { target: 'known', actions: 'chooseWay' },
        'patient.askedTheWay': 'finding',
      },
    },
    outOfService: {
      tags: 'atRest',
      meta: { screen: 'out-of-service' },
      always: { guard: 'inService', target: 'welcome' },
      ...choosing,
    },
    identifying: {
      tags: 'waiting',
      meta: { screen: 'identifying' },
      on: {
        'visit.refused': [
          { guard: 'needsSecondFactor', target: 'known', actions: 'askFactor' },
          { target: 'refused', actions: 'noteRefusal' },
        ],
        'card.trouble': { target: 'cardTrouble', actions: 'noteCardTrouble' },
        'patient.wentHome': { target: 'leaving', actions: 'decline' },
        ...brokenLine,
      },
      after: { identifyTimeout: { target: 'refused', actions: 'noteRefusal' } },
      initial: 'reading',
      states: { reading: { after: { slow: 'slow' } }, slow: { tags: 'slow' } },
    },
    cardTrouble: { ...troubled, meta: { screen: 'card-trouble' } },
    refused: {
      ...troubled,
      meta: { screen: 'visit-refused' },
      on: {
        ...troubled.on,
        'patient.actedForInpatient': { guard: 'mayAct', target: 'known', actions: 'askWristband' },
      },
    },
    /** Somebody makes themselves known without a card on the reader. What they type is gone whichever way they leave. */
    known: {
      type: 'parallel',
      exit: ['wipe', 'dropTyped'],
      on: {
        'patient.wentHome': { target: 'leaving', actions: ['decline', 'tellAgentToForget'] },
        'idle.ranOut': { target: 'leaving', actions: ['decline', 'tellAgentToForget'] },
        'card.trouble': { target: 'cardTrouble', actions: ['noteCardTrouble', 'tellAgentToForget'] },
        ...brokenLine,
      },
      states: { ways: waysFlow, presence },
    },
    /** Somebody looks for a place, and nobody asks who. */
    finding: {
      type: 'parallel',
      exit: 'wipe',
      on: { 'patient.wentHome': 'welcome', 'idle.ranOut': 'welcome', ...brokenLine },
      states: {
        errand: {
          meta: { screen: 'finding' },
          invoke: { ...wayThere, onSnapshot: {}, onDone: '#visit.welcome', onError: '#visit.welcome' },
          on: heardByWay,
        },
        presence,
      },
    },
    visiting: {
      type: 'parallel',
      tags: 'patient',
      invoke: { id: 'glance', src: 'glance', onSnapshot: {} },
      exit: [
        {
          type: 'tellAgentOfEnd',
          params: ({ context, event }) => ({ visitId: context.visitId ?? '', why: whyEnded(event) }),
        },
        'wipe',
        'forgetPatient',
        'tellHelpOfEnd',
      ],
      on: {
        'patient.wentHome': 'leaving',
        'idle.ranOut': 'leaving',
        'visit.ended': { guard: 'isThisVisit', target: 'leaving' },
        'guide.changed': { actions: 'tellGlance' },
        ...brokenLine,
        'card.removed': { guard: 'takenCardEnds', target: 'leaving', actions: 'noteNoCard' },
      },
      states: { steps, presence },
    },
    /** Where to, once nothing of the patient is left here. */
    leaving: {
      always: [
        { guard: 'cardPresent', target: 'cardLeft' },
        { guard: 'finished', target: 'farewell' },
        { target: 'welcome' },
      ],
    },
    cardLeft: {
      meta: { screen: 'card-left' },
      on: {
        'card.removed': [
          { guard: 'finished', target: 'farewell', actions: 'noteNoCard' },
          { target: 'welcome', actions: 'noteNoCard' },
        ],
        'patient.wentHome': 'welcome',
        'patient.choseMode': { target: 'cardLeft', reenter: true, actions: 'takeMode' },
        ...strayCode,
      },
      after: { cardLeftStays: 'welcome' },
    },
    farewell: {
      meta: { screen: 'farewell' },
      on: {
        'patient.wentHome': 'welcome',
        'patient.choseMode': { target: 'farewell', reenter: true, actions: 'takeMode' },
        ...strayCode,
      },
      after: { farewell: 'welcome' },
    },
  },
});
