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
const sides = { left: 'is on your left', right: 'is on your right', ahead: 'is ahead' };

/** Names of things, where a name of a department, a numbered room or a person stands bare. */
const thing =
  /(desk|station|area|pharmacy|toilets?|restrooms?|hall|centre|center|lobby|office|counter|room|lifts?|stairs|escalator|entrance|exit|shop|café|cafe|canteen|cashier|laboratory|lab|bank|kiosk|terminal|gate|bridge|corridor|windows?)$/iu;

/** `the Pharmacy`, but `Lift 3`, `Cardiology`. */
export function withArticle(name: string): string {
  return thing.test(name) && !/\d/u.test(name) && !/^the /iu.test(name) ? `the ${name}` : name;
}

const optional = (...texts: readonly (string | null | false)[]): readonly string[] =>
  texts.filter((text): text is string => typeof text === 'string').map(capital);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const walkTo = ({ name, passed }: Goal): string => `${passed ? 'towards' : 'to'} ${withArticle(name)}`;

/** Plain English. */
export const enPhrases: Phrases = {
  start({ turn, from, origin, to, metres }) {
    const begin = {
      screen: facing[turn],
      room: `leaving ${origin === null ? 'the room' : withArticle(origin)}, ${turning[turn]}`,
      place: origin === null ? 'set off' : `from ${withArticle(origin)}, set off`,
    }[from];
    const plain = from === 'room' ? `outside the door, ${turning[turn]}` : begin;
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
  turn({ turn, at, leaving, guide, to, after }) {
    const where = leaving === null ? (at === null ? '' : `at ${withArticle(at)}, `) : `${leavingBy[leaving]}, `;
    const passing = leaving !== null && at !== null ? ` past ${withArticle(at)}` : '';
    const onward = to === null || to.name === at ? passing : ` ${walkTo(to)}`;
    const blind =
      where === '' ? (guide === null ? (after >= 5 ? `after ${after} metres ` : '') : `on the ${guide} line `) : '';
    return optional(
      `${where}${blind}${turning[turn]}${onward}`,
      `${where}${blind}${turning[turn]}${passing}`,
      `${where}${blind}${turning[turn]}`,
    );
  },
  confirm: ({ passing, metres }) =>
    optional(
      passing !== null && `pass ${withArticle(passing)} and keep straight on`,
      `keep straight on for about ${metres} metres`,
    ),
  connector({ by, name, direction, floor, again }) {
    const verb = by === 'stairs' || by === 'ramp' || by === 'escalator' || by === 'lift' ? 'take' : 'use';
    const lead = again ? `then ${verb}` : verb;
    return optional(
      name !== null && `${lead} ${withArticle(name)} ${direction} to ${floor}`,
      `${lead} ${called[by]} ${direction} to ${floor}`,
    );
  },
  arrive({ name, side, door, wait }) {
    const it = name === null ? 'your destination' : withArticle(name);
    return optional(
      wait && `${it} ${sides[side]}; watch the screen`,
      wait && `${it} ${sides[side]}; watch screen`,
      door !== null && `${it} ${sides[side]}, door ${door}`,
      `${it} ${sides[side]}`,
      door !== null && `door ${door} ${sides[side]}`,
      `your destination ${sides[side]}`,
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
