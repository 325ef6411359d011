const digits = ['ling2', 'yi1', 'er4', 'san1', 'si4', 'wu3', 'liu4', 'qi1', 'ba1', 'jiu3'] as const;
const ten = 'shi2';
/** 幺: in the number of a room a one is not mistaken for a seven. */
const oneInRooms = 'yao1';

/** Digit by digit, as tickets are called: 012 is 零一二. */
export function ticketDigits(text: string): string {
  return spell(text, 'yi1');
}

/** The number of a room: up to two digits as a number (十二), three and more digit by digit with 幺 (二幺零). */
export function roomNumber(text: string): string {
  const plain = text.length <= 2 && !text.startsWith('0');
  return plain ? cardinal(Number(text)) : spell(text, oneInRooms);
}

/** Whether people put 号 between this number and the word room: 三号诊室, but 二零一诊室. */
export function takesHao(text: string): boolean {
  return text.length <= 2;
}

/** A number that counts, up to 999: 108 is 一百零八; a longer one digit by digit. */
export function countingNumber(text: string): string {
  const value = Number(text);
  if (text.length > 3) return spell(text, 'yi1');
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0) return cardinal(value);
  const spoken = `${digits[hundreds] ?? ''} bai3`;
  if (rest === 0) return spoken;
  if (rest < 10) return `${spoken} ling2 ${cardinal(rest)}`;
  return rest < 20 ? `${spoken} yi1 ${cardinal(rest)}` : `${spoken} ${cardinal(rest)}`;
}

/** Two people are 两人, two o'clock is 两点; in every other number a two is 二. */
export function countOfThings(text: string): string {
  return Number(text) === 2 ? 'liang3' : countingNumber(text);
}

/** A time of day: 9:05 is 九点零五分, 14:00 is 十四点. */
export function timeOfDay(hour: string, minute: string): string {
  const whole = `${countOfThings(String(Number(hour)))} dian3`;
  const past = Number(minute);
  if (past === 0) return whole;
  return `${whole} ${past < 10 ? `ling2 ${cardinal(past)}` : cardinal(past)} fen1`;
}

function spell(text: string, one: string): string {
  return [...text].map((digit) => (digit === '1' ? one : (digits[Number(digit)] ?? ''))).join(' ');
}

function cardinal(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = digits[value % 10] ?? '';
  if (tens === 0) return ones;
  const spokenTens = tens === 1 ? ten : `${digits[tens] ?? ''} ${ten}`;
  return value % 10 === 0 ? spokenTens : `${spokenTens} ${ones}`;
}
