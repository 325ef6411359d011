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
