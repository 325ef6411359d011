import type { Connecting, Goal, Phrases } from './phrases.ts';
import type { Turn } from './step.ts';

const turning: Readonly<Record<Turn, string>> = {
  straight: 'go straight on',
  'slight-left': 'bear left',
  left: 'turn left',
  'slight-right': 'bear right',
  right: 'turn right',
  back: 'turn back',
};

const facing: Readonly<Record<Turn, string>> = {
  straight: 'Facing the screen, walk ahead',
  'slight-left': 'Facing the screen, bear left',
  left: 'Facing the screen, turn left',
  'slight-right': 'Facing the screen, bear right',
  right: 'Facing the screen, turn right',
  back: 'With your back to the screen, walk',
};

const called: Readonly<Record<Connecting, string>> = {
  lift: 'the lift',
  escalator: 'the escalator',
  stairs: 'the stairs',
  ramp: 'the ramp',
};
const leavingBy: Readonly<Record<Connecting, string>> = {
  lift: 'Out of the lift',
  escalator: 'Off the escalator',
  stairs: 'From the stairs',
  ramp: 'From the ramp',
};
const sides = { left: 'on your left', right: 'on your right', ahead: 'ahead' };

/** Kinds of places and things that take an article; departments, people and whatever has a number stand bare. */
const thing =
  /(desk|area|pharmacy|toilets?|restrooms?|hall|centre|center|lobby|atrium|office|counter|room|clinic|lifts?|stairs|escalator|entrance|exit|shop|store|café|cafe|canteen|cashier|laboratory|lab|bank|kiosk|terminal|gate|bridge|footbridge|corridor|windows?|machine|dispenser|triage|reception|ward|building|defibrillator|station)(?: \(\w+\))?$/iu;

/** `the Pharmacy`, but `Lift 3`, `Cardiology`; `seen`: a thing to look at, which always takes it. */
export function withArticle(name: string, seen = false): string {
  return (seen || thing.test(name)) && !/\d/u.test(name) && !/^the /iu.test(name) ? `the ${name}` : name;
}

/** Whether a name is of many: Toilets, Beds 10–12, but not Paediatrics or Dialysis. */
export function isPlural(name: string): boolean {
  const words = name.replace(/,.*$/u, '').replace(/[\s\d–-]+$/u, '');
  return /s$/iu.test(words) && !/(ss|us|is|ics|tes)$/iu.test(words);
}

const optional = (...texts: readonly (string | null | false)[]): readonly string[] =>
  texts.filter((text): text is string => typeof text === 'string').map(capital);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const walkTo = ({ name, seen, passed }: Goal): string => `${passed ? 'towards' : 'to'} ${withArticle(name, seen)}`;

/** Plain English. */
export const enPhrases: Phrases = {
  start({ turn, from, origin, to, metres }) {
    const begin = {
      screen: facing[turn],
      room: `leaving ${origin === null ? 'the room' : withArticle(origin)}, ${turning[turn]}`,
      place: origin === null ? 'set off' : `from ${withArticle(origin)}, set off`,
    }[from];
    const plain = { screen: begin, room: `outside the door, ${turning[turn]}`, place: 'set off' }[from];
    const goal = to === null ? null : walkTo(to);
    return optional(
      goal !== null && from === 'place' && `first walk ${goal}`,
      goal !== null && `${begin} ${goal}`,
      goal !== null && `${plain} ${goal}`,
      goal === null && metres >= 5 && `${begin} for about ${metres} metres`,
      begin,
      plain,
    );
  },
  turn({ turn, at, then, leaving, guide, to, after }) {
    const mark = at === null ? '' : withArticle(at.name, at.seen);
    const where = leaving === null ? (mark === '' ? '' : `at ${mark}, `) : `${leavingBy[leaving]}, `;
    const passing = leaving !== null && mark !== '' ? ` past ${mark}` : '';
    const onward = to === null || to.name === at?.name ? passing : ` ${walkTo(to)}`;
    const blind =
      where !== ''
        ? ''
        : then
          ? 'then '
          : guide !== null
            ? `on the ${guide} line `
            : after >= 5
              ? `after ${after} metres `
              : '';
    const act = `${where}${blind}${turning[turn]}`;
    return optional(`${act}${onward}`, `${act}${passing}`, act);
  },
  confirm: ({ passing, metres }) =>
    optional(
      passing !== null && `pass ${withArticle(passing.name, passing.seen)} and keep straight on`,
      `keep straight on for about ${metres} metres`,
    ),
  connector({ by, name, direction, floor, again }) {
    const take = again ? 'then take' : 'take';
    return optional(
      name !== null && `${take} ${withArticle(name)} ${direction} to ${floor}`,
      `${take} ${called[by]} ${direction} to ${floor}`,
    );
  },
  arrive({ name, side, door, wait }) {
    const it = name === null ? 'your destination' : withArticle(name);
    const there = `${name !== null && isPlural(name) ? 'are' : 'is'} ${sides[side]}`;
    return optional(
      wait && `${it} ${there}; watch the screen`,
      wait && `${it} ${there}; watch screen`,
      wait && `${it} ${sides[side]}; watch the screen`,
      door !== null && `${it} ${there}, door ${door}`,
      `${it} ${there}`,
      door !== null && `door ${door} is ${sides[side]}`,
      `your destination is ${sides[side]}`,
    );
  },
  summary({ minutes, metres, turns, lifts, escalators, stairs }) {
    const many = (count: number, one: string, more: string) =>
      count > 0 ? [`${count} ${count === 1 ? one : more}`] : [];
    return [
      [
        `About ${minutes} min`,
        `${metres} m`,
        ...many(turns, 'turn', 'turns'),
        ...many(lifts, 'lift ride', 'lift rides'),
        ...many(escalators, 'escalator', 'escalators'),
        ...many(stairs, 'staircase', 'staircases'),
      ].join(' · '),
    ];
  },
};
