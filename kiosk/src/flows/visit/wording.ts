import type { TicketPaper } from '@lobby/hub/contract';
import { byMode } from '#lib/words/by-mode.ts';
import { fewerVisitWords } from './fewer-words.ts';
import { cardTroubleWording } from './card-trouble-wording.ts';

/** A bar marks where a line may be broken. */
const zh = {
  starting: { title: '正在准备', sentence: '请稍等。' },

  welcome: {
    title: '请把身份证|放在|右下方读卡处',
    steps: ['放上证件', '点“签到”', '取走号票'],
    noPaper: '这台机器现在打不出号票。|可以照常签到，|号码会显示在屏幕上。',
    cardLeft: '读卡处有一张卡，|请先拿走。',
    /** The reader of ID cards is away, other ways are there. */
    otherWays: '请选一种方式',
    noReader: '身份证读卡器|暂时不能用，|可以用下面的方式。',
    away: (time: string) => `医院系统从 ${time} 起|没有回应，现在可能办不了。|急的话，请到人工窗口。`,
  },

  outOfService: {
    hub: { title: '暂时连不上|医院系统', sentence: '请到人工窗口办理，|或者过几分钟再来。' },
    reader: { title: '这台机器|暂时读不了卡', sentence: '请用旁边的机器，|或者到人工窗口。' },
    agent: { title: '这台机器|正在重新启动', sentence: '一般一分钟就好，|也可以用旁边的机器。' },
    comesBack: '恢复以后，屏幕会自己回到首页。',
  },

  identifying: {
    title: '正在读卡，|请别拿开',
    code: '读到了，|正在查您的档案',
    slow: '医院系统正忙，|正在等它回答。|您不用再刷卡。',
    usual: '很快就好。',
  },

  cardTrouble: cardTroubleWording.zh,

  visitRefused: {
    'patient-unknown': { title: '没有找到|您的就诊档案', sentence: '第一次来，|请先到人工窗口建档，|很快就好。' },
    'name-differs': { title: '证件上的姓名|和医院登记的|不一样', sentence: '请带着证件，|到人工窗口核对一下。' },
    'hospital-unavailable': {
      title: '医院系统|没有回应',
      sentence: '请过一会儿|重新放证件或者扫码，|也可以到人工窗口。',
    },
    'not-accepted': { title: '这里不能用|这种证件', sentence: '请换身份证，|或者到人工窗口办理。' },
    'ask-staff': { title: '有几份档案|都对得上', sentence: '请找工作人员|帮您核对一下。' },
    'second-factor-needed': { title: '还要再核对|一项信息', sentence: '请到人工窗口，|工作人员会帮您。' },
    'not-matched': { title: '号码和信息|对不上', sentence: '请核对一下再试，|或者找工作人员帮忙。' },
    'too-many-tries': {
      title: '试的次数太多了',
      sentence: '为了安全，|这里暂时不能再输号码。|请找工作人员，或者放上证件。',
    },
    'staff-not-recognised': { title: '没有认出|工作人员', sentence: '请工作人员再试一次。' },
    'staff-locked': { title: '这个工号|暂时用不了', sentence: '密码输错太多次，|几分钟后再试，|或者请另一位同事。' },
    'staff-not-allowed': { title: '这位工作人员|不能确认身份', sentence: '请找护士或窗口的工作人员。' },
    'wristband-unknown': { title: '没有找到|这个腕带号', sentence: '请核对一下，|或者找病区护士帮忙。' },
  },
  /** A card that opens no file, shown by somebody who may act for an inpatient. */
  noFileYet: {
    title: '没有找到|您的就诊档案',
    sentence: '替住院的家人办，|请点下面的按钮；|自己看病，|请先到人工窗口建档。',
  },
  awaySince: (time: string) => `医院系统从 ${time} 起|没有回应。`,
  toHome: '回到首页',

  choosePatient: {
    title: '您今天为谁办？',
    sentence: '请点一下名字。',
    confirm: { title: '您是替|这位家人办吗？', sentence: '是的话，|请点一下名字。' },
    born: (year: number) => `${year} 年出生`,
  },

  lookingUp: {
    title: '正在查|您今天的安排',
    sentence: '请稍等。',
    slow: '医院系统正忙，|正在等它回答。|您不用再刷卡。',
  },

  agendaUnavailable: {
    title: '没有查到|您今天的安排',
    sentence: '医院系统没有回应。|可以再查一次，|或者到人工窗口。',
    retry: '再查一次',
  },

  step: {
    /** Around a name. */
    greeting: { before: '', after: '，您好' },
    only: '您今天有一个预约',
    several: (count: number) => `您今天有 ${count} 项，现在先办这一项`,
    now: '现在',
    waiting: (count: number) => (count === 0 ? '现在没有人在等' : `现在有 ${count} 人在等`),
    late: '预约时间已经过了。|现在签到，|会排在后面一些。',
    more: (count: number) => `还有 ${count} 项`,
    howTo: '按下面的按钮，|机器会打出号票。',
    start: '签到，打印号票',
    others: '先办别的事',
    notThis: '不是我要办的',
  },

  otherSteps: {
    title: '您想先办哪一项？',
    states: {
      ready: '可以签到',
      'too-early': (time: string) => `${time} 起签到`,
      'too-late': '签到已过',
      'checked-in': '已经签到',
      finished: '看完了',
      void: '已经作废',
    },
  },

  already: {
    waiting: { title: '您已经签到了', sentence: '请安心等候，|大屏会叫您的号。' },
    called: { title: '正在叫您，|请马上过去', sentence: '您已经签到，|不用再取号。' },
    paper: {
      none: { note: '您的号票还没有打出来。', print: '打印号票' },
      unsure: { note: '您的号票可能没有打出来。', print: '补打号票' },
      printed: { note: '', print: '补打号票' },
    } satisfies Record<TicketPaper, { note: string; print: string }>,
  },

  nothingToday: {
    title: '您今天没有预约',
    sentence: '想看病，|请到挂号窗口挂号，|工作人员会帮您。',
    seenTitle: '您今天的预约|都看完了',
    seenSentence: '祝您早日康复。',
  },

  finish: '完成',

  cardLeft: { title: '请拿走您的卡', sentence: '卡还在读卡处。' },
  farewell: { title: '请慢走，|祝您健康', sentence: '请带好证件和号票。' },

  idle: {
    title: '您还在吗？',
    sentence: '为了保护您的信息，|没有人用时会自动退出。',
    stay: '我还在',
    leave: '退出',
    seconds: '秒',
  },
};

/** The same keys in both languages, checked by type. */
export type VisitWording = typeof zh;

const en: VisitWording = {
  starting: { title: 'Getting ready', sentence: 'One moment, please.' },

  welcome: {
    title: 'Please put your ID card on the reader at the lower right',
    steps: ['Put card down', 'Tap “Check in”', 'Take ticket'],
    noPaper: 'This terminal cannot print now. You can still check in: your number will be on the screen.',
    cardLeft: 'There is a card on the reader. Please take it away first.',
    otherWays: 'Please tap one of the buttons below',
    noReader: 'ID cards cannot be read here now, you can use one of these.',
    away: (time) =>
      `The hospital system has not answered since ${time}, so it may not work now. A staffed window can help.`,
  },

  outOfService: {
    hub: {
      title: 'No connection to the hospital system',
      sentence: 'Please go to a staffed window, or come back in a few minutes.',
    },
    reader: {
      title: 'This terminal cannot read cards now',
      sentence: 'Please use the terminal beside it, or go to a staffed window.',
    },
    agent: {
      title: 'This terminal is restarting',
      sentence: 'It usually takes a minute. You can also use the terminal beside it.',
    },
    comesBack: 'When it works again, the first screen comes back by itself.',
  },

  identifying: {
    title: 'Reading your card, please leave it there',
    code: 'Got it, looking up your file',
    slow: 'The hospital system is busy, we are waiting for its answer. No need to present your card again.',
    usual: 'Almost there.',
  },

  cardTrouble: cardTroubleWording.en,

  visitRefused: {
    'patient-unknown': {
      title: 'We have no file for you yet',
      sentence: 'Is this your first visit? A staffed window will open a file for you. It is quick.',
    },
    'name-differs': {
      title: 'The name on your document differs from our file',
      sentence: 'Please take it to a staffed window to have it checked.',
    },
    'hospital-unavailable': {
      title: 'The hospital system does not answer',
      sentence: 'Please present your card or code again in a while, or go to a staffed window.',
    },
    'not-accepted': {
      title: 'This kind of credential is not taken here',
      sentence: 'Please use your ID card, or go to a staffed window.',
    },
    'ask-staff': { title: 'Several files match', sentence: 'Please ask a member of staff to look into it.' },
    'second-factor-needed': {
      title: 'One more thing has to be checked',
      sentence: 'Please go to a staffed window. They will help you.',
    },
    'not-matched': {
      title: 'Number and details do not match',
      sentence: 'Please check them and try again, or ask a member of staff.',
    },
    'too-many-tries': {
      title: 'There were too many tries',
      sentence: 'To keep files safe, no numbers are taken here for a while. Please ask staff, or use a card.',
    },
    'staff-not-recognised': { title: 'Staff member not recognised', sentence: 'Please try once more.' },
    'staff-locked': {
      title: 'This work number is locked for now',
      sentence: 'There were too many wrong passwords. Try again in a few minutes, or ask a colleague.',
    },
    'staff-not-allowed': {
      title: 'This member of staff cannot confirm patients',
      sentence: 'Please ask a nurse or the staff at a window.',
    },
    'wristband-unknown': {
      title: 'We cannot find this wristband',
      sentence: 'Please check its number, or ask a nurse of the ward.',
    },
  },
  noFileYet: {
    title: 'We have no file for you yet',
    sentence:
      'Here for a relative in a ward? Tap the button below. To see a doctor yourself, go to a staffed window first.',
  },
  awaySince: (time) => `The hospital system has not answered since ${time}.`,
  toHome: 'Back to the first screen',

  choosePatient: {
    title: 'Who is this visit for?',
    sentence: 'Please tap a name.',
    confirm: { title: 'Are you here for this relative?', sentence: 'If so, please tap the name.' },
    born: (year) => `Born ${year}`,
  },

  lookingUp: {
    title: 'Looking up your appointments',
    sentence: 'One moment, please.',
    slow: 'The hospital system is busy, we are waiting for its answer. No need to present your card again.',
  },

  agendaUnavailable: {
    title: 'We could not look up your appointments',
    sentence: 'The hospital system does not answer. Try again, or go to a staffed window.',
    retry: 'Try again',
  },

  step: {
    greeting: { before: 'Hello, ', after: '' },
    only: 'You have one appointment today',
    several: (count) => `You have ${count} appointments today. This one comes first.`,
    now: 'Now',
    waiting: (count) => (count === 0 ? 'Nobody is waiting' : `${count} waiting now`),
    late: 'Your appointment time has passed. You can still check in, but you will be called later.',
    more: (count) => `${count} more`,
    howTo: 'Tap the button below, the terminal prints your ticket.',
    start: 'Check in, print ticket',
    others: 'Something else first',
    notThis: 'Something else',
  },

  otherSteps: {
    title: 'What would you like to do first?',
    states: {
      ready: 'Check-in open',
      'too-early': (time) => `From ${time}`,
      'too-late': 'Check-in closed',
      'checked-in': 'Checked in',
      finished: 'Done',
      void: 'No longer valid',
    },
  },

  already: {
    waiting: { title: 'You have checked in already', sentence: 'Take your time, the screen will call your number.' },
    called: { title: 'You are being called, please go now', sentence: 'You are checked in, no new number is needed.' },
    paper: {
      none: { note: 'Your ticket has not been printed yet.', print: 'Print ticket' },
      unsure: { note: 'Your ticket may not have been printed.', print: 'Print again' },
      printed: { note: '', print: 'Print again' },
    },
  },

  nothingToday: {
    title: 'You have no appointment today',
    sentence: 'To see a doctor, please go to the registration window. The staff will help you.',
    seenTitle: 'All your appointments today are done',
    seenSentence: 'We wish you a good recovery.',
  },

  finish: 'Finish',

  cardLeft: { title: 'Please take your card', sentence: 'It is still on the reader.' },
  farewell: { title: 'Goodbye, take care', sentence: 'Do you have your card and your ticket?' },

  idle: {
    title: 'Are you still there?',
    sentence: 'To protect your data, the screen closes when nobody is here.',
    stay: 'I am still here',
    leave: 'Close now',
    seconds: 'seconds',
  },
};

export const visitWording = { zh, en };
export const visitWords = byMode(visitWording, fewerVisitWords);
