import type { PriorityClass } from '../settings/queue-priority.ts';
import type { QueuePolicy } from '../settings/queue-policy.ts';

/** Two rules of a policy that cannot both hold. `key`: below the settings of the queue. */
export interface Contradiction {
  readonly key: string;
  readonly sentence: string;
}

/** All that contradicts itself in the rules of a queue, each as a sentence. */
export function contradictionsIn(policy: QueuePolicy): readonly Contradiction[] {
  return [
    ...lanesWithTwoRules(policy),
    ...turnsForSomebody(policy),
    ...ratioOfAppointments(policy),
    ...endsThatAreNone(policy),
    ...afterVoid(policy),
    ...checkInCloses(policy),
    ...sameCodes(policy),
    ...levelsMissing(policy),
    ...shares(policy),
    ...ages(policy),
  ];
}

const sideLanes = ['return', 'missed', 'late'] as const;

function rulesOfLane(policy: QueuePolicy, lane: (typeof sideLanes)[number]): readonly string[] {
  if (lane === 'return') return [policy.return.place.rule];
  if (lane === 'late') return [policy.late.place.rule];
  return policy.missed.places.map(({ rule }) => rule);
}

const keyOfRule = { return: 'return.place', missed: 'missed.places', late: 'late.place' } as const;

function lanesWithTwoRules(policy: QueuePolicy): Contradiction[] {
  return sideLanes.flatMap((lane) => {
    const turns = policy.interleave[lane];
    const rules = rulesOfLane(policy, lane);
    const own = rules.find((rule) => rule !== 'in-turn');
    const takesTurns = rules.includes('in-turn');
    if (turns > 0 && own !== undefined && !takesTurns) {
      const sentence = `is ${turns}, but ${keyOfRule[lane]} has the rule "${own}"; write interleave.${lane}: 0, or the rule "in-turn"`;
      return [{ key: `interleave.${lane}`, sentence }];
    }
    if (turns > 0 || !takesTurns) return [];
    const sentence = `has the rule "in-turn", but interleave.${lane} is 0, so its turn never comes; give it a number or another rule`;
    return [{ key: keyOfRule[lane], sentence }];
  });
}

function turnsForSomebody({ interleave }: QueuePolicy): Contradiction[] {
  if (interleave.normal > 0) return [];
  return [{ key: 'interleave.normal', sentence: 'is 0: the normal lane would never have a turn; write 1 or more' }];
}

function ratioOfAppointments({ appointments }: QueuePolicy): Contradiction[] {
  if (appointments.rule !== 'ratio') return [];
  const { appointments: own, walkIns } = appointments;
  if (own > 0 && walkIns > 0) return [];
  const who = own > 0 ? 'walk-ins' : walkIns > 0 ? 'appointments' : 'nobody';
  const sentence =
    who === 'nobody'
      ? 'is a ratio 0:0, which calls nobody; write for example 3:1'
      : `is a ratio ${own}:${walkIns}, in which ${who} never have a turn; write 1 or more for both, or the rule "first"`;
  return [{ key: 'appointments', sentence }];
}

/** By check-in alone there are no slots, and so no end of one. */
function endsThatAreNone(policy: QueuePolicy): Contradiction[] {
  if (policy.appointments.rule !== 'by-check-in') return [];
  const sentence =
    'has the rule "end-of-slot", but with appointments "by-check-in" slots have no end; use "end-of-session" or "after"';
  return (['late', 'missed'] as const).flatMap((lane) =>
    rulesOfLane(policy, lane).includes('end-of-slot') ? [{ key: keyOfRule[lane], sentence }] : [],
  );
}

function afterVoid({ missed }: QueuePolicy): Contradiction[] {
  const { places, rejoin } = missed;
  const at = places.findIndex(({ rule }) => rule === 'void');
  if (at < 0) return [];
  const found: Contradiction[] = [];
  if (at < places.length - 1) {
    const sentence = `is void after miss ${at + 1}, so the rules after it are never used; put "void" last`;
    found.push({ key: `missed.places[${at}]`, sentence });
  }
  if (rejoin.rule === 'itself' && rejoin.most > at) {
    const sentence = `lets a ticket rejoin by itself ${rejoin.most} times, but it is void after miss ${at + 1}; write ${at} at most`;
    found.push({
      key: 'missed.rejoin',
      sentence: at === 0 ? 'rejoins by itself, but a missed ticket is void at once' : sentence,
    });
  }
  return found;
}

function checkInCloses({ checkIn, late }: QueuePolicy): Contradiction[] {
  const found: Contradiction[] = [];
  if (!checkIn.required) return found;
  if (late.graceMinutes > checkIn.closesMinutesAfter) {
    const sentence = `is ${late.graceMinutes}, but check-in closes ${checkIn.closesMinutesAfter} minutes after the slot (checkIn.closesMinutesAfter); nobody would ever be late`;
    found.push({ key: 'late.graceMinutes', sentence });
  }
  return found;
}

function sameCodes({ priority }: QueuePolicy): Contradiction[] {
  return priority.flatMap(({ code }, index) => {
    const first = priority.findIndex((one) => one.code === code);
    return first === index
      ? []
      : [{ key: `priority[${index}].code`, sentence: `"${code}" is used twice; give each class its own` }];
  });
}

/** Of several classes at the top somebody must say which one goes first. */
function levelsMissing({ priority }: QueuePolicy): Contradiction[] {
  const rules = ['top', 'ahead'] as const;
  return rules.flatMap((rule) => {
    const classes = priority.filter((one) => one.rule.rule === rule);
    if (classes.length < 2) return [];
    return priority.flatMap((one, index) => {
      if (one.rule.rule !== rule || one.level !== undefined) return [];
      const others = classes.filter((other) => other !== one).map(({ code }) => `"${code}"`);
      const sentence = `is missing: class "${one.code}" and ${others.join(', ')} have the rule "${rule}", so say who goes first (1 first)`;
      return [{ key: `priority[${index}].level`, sentence }];
    });
  });
}

function shares({ priority }: QueuePolicy): Contradiction[] {
  return priority.flatMap((one, index) => {
    const { rule } = one;
    if (rule.rule !== 'ratio') return [];
    const key = `priority[${index}].rule`;
    if (rule.own === 0) {
      const sentence = `is a ratio ${rule.others}:0, in which class "${one.code}" never has a turn; write 1 or more for own`;
      return [
        { key, sentence: rule.others === 0 ? 'is a ratio 0:0, which calls nobody; write for example 2:1' : sentence },
      ];
    }
    const first = priority.find((other) => isOtherShare(other, one));
    if (first === undefined || priority.indexOf(first) > index) return [];
    const sentence = `differs from the ratio of class "${first.code}" on the same level; classes of one level share one ratio, so write the same numbers or another level`;
    return [{ key, sentence }];
  });
}

function isOtherShare(other: PriorityClass, one: PriorityClass): boolean {
  if (other === one || other.rule.rule !== 'ratio' || one.rule.rule !== 'ratio' || other.level !== one.level)
    return false;
  return other.rule.others !== one.rule.others || other.rule.own !== one.rule.own;
}

function ages({ priority }: QueuePolicy): Contradiction[] {
  return priority.flatMap(({ code, proof }, index) => {
    if (proof.rule !== 'age') return [];
    const key = `priority[${index}].proof`;
    const { from, below } = proof;
    if (from === undefined && below === undefined) {
      return [{ key, sentence: `says no age: write from: 80, or below: 7, for class "${code}"` }];
    }
    if (from === undefined || below === undefined || from < below) return [];
    return [{ key, sentence: `is from ${from} and below ${below}: nobody is of that age` }];
  });
}
