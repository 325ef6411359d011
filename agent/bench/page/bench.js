// The bench's page: shows what the simulators say of themselves, and sends what one does to them.
import { both, drawCard, element } from './drawings.js';

/**
 * @typedef {{ address: string, card: string | null, trouble: string | null, connected: boolean }} Reader
 * @typedef {{ address: string, paper: 'ok' | 'near-end' | 'out', paperLeftMm: number, coverOpen: boolean,
 *   cutterJammed: boolean, plugged: boolean, silent: boolean, printing: boolean,
 *   slips: { number: number, widthDots: number, heightDots: number }[] }} Printer
 * @typedef {{ zh: string, en: string, on: () => boolean, action: () => string | string[], trouble?: boolean }} Choice
 */

/**
 * @typedef {{ address: string, plugged: boolean, connected: boolean }} Pushing
 * @typedef {'scanner' | 'stripe' | 'documents'} PushingName
 * @typedef {{ id: string, device: PushingName, zh: string, en: string, owner: string | null }} Thing
 */

/** @type {Pushing | undefined} */
let scanner;
/** @type {Reader | undefined} */
let reader;
/** @type {Printer | undefined} */
let printer;

/** @type {Record<PushingName, [string, string]>} */
const deeds = { scanner: ['扫', 'Scan'], stripe: ['刷', 'Swipe'], documents: ['放', 'Lay'] };

const { cards, things, terminal } = await (await fetch('/bench/cards')).json();
place('terminal').setAttribute('href', terminal);
for (const card of cards) place('cards').append(wallCard(card));
for (const thing of things) place('things').append(thingToShow(thing));
place('lift').addEventListener('click', () => act('reader', { action: 'lift' }));

/** @type {Choice[]} */
const readerChoices = [
  { zh: '正常', en: 'Works', on: () => reader?.trouble === null, action: () => 'mend' },
  { zh: '断线', en: 'Cut', on: readerHas('cable-cut'), action: () => 'cut-cable', trouble: true },
  { zh: '不应答', en: 'Silent', on: readerHas('silent'), action: () => 'fall-silent', trouble: true },
  { zh: '读不出', en: 'No read', on: readerHas('read-error'), action: () => 'fail-to-read', trouble: true },
];
/** @type {Choice[]} */
const paperChoices = [
  { zh: '有纸', en: 'Full', on: () => printer?.paper === 'ok', action: () => 'insert-paper' },
  { zh: '将尽', en: 'Near end', on: () => printer?.paper === 'near-end', action: () => 'near-end', trouble: true },
  { zh: '没纸', en: 'Out', on: () => printer?.paper === 'out', action: () => 'pull-paper', trouble: true },
];
/** @type {Choice[]} */
const coverChoices = [
  { zh: '合上', en: 'Closed', on: () => printer?.coverOpen === false, action: () => 'close-cover' },
  { zh: '打开', en: 'Open', on: () => printer?.coverOpen === true, action: () => 'open-cover', trouble: true },
];
/** @type {Choice[]} */
const lineChoices = [
  {
    zh: '正常',
    en: 'Works',
    on: () => printer?.plugged === true && !printer.silent,
    action: () => ['plug-cable', 'speak'],
  },
  { zh: '断线', en: 'Cut', on: () => printer?.plugged === false, action: () => 'cut-cable', trouble: true },
  {
    zh: '不应答',
    en: 'Silent',
    on: () => printer?.plugged === true && printer.silent,
    action: () => ['plug-cable', 'fall-silent'],
    trouble: true,
  },
];
/** @type {Choice[]} */
const scannerChoices = [
  { zh: '正常', en: 'Works', on: () => scanner?.plugged === true, action: () => 'plug-cable' },
  { zh: '断线', en: 'Cut', on: () => scanner?.plugged === false, action: () => 'cut-cable', trouble: true },
];
const refreshers = [
  control('reader', { zh: '线路', en: 'Line', choices: readerChoices }),
  control('scanner', { zh: '扫码器', en: 'Scanner', choices: scannerChoices }),
  control('printer', { zh: '纸', en: 'Paper', choices: paperChoices }),
  control('printer', { zh: '上盖', en: 'Cover', choices: coverChoices }),
  control('printer', { zh: '线路', en: 'Line', choices: lineChoices }),
];

const events = new EventSource('/bench/events');
events.addEventListener('message', ({ data }) => {
  place('lost').hidden = true;
  const said = JSON.parse(data);
  const moving = reader === undefined || reader.card === said.reader.card ? [] : [reader.card, said.reader.card];
  showMoving(moving, () => {
    const first = reader === undefined;
    ({ reader, printer, scanner } = said);
    showReader(said.reader);
    showPrinter(said.printer, first);
    for (const refresh of refreshers) refresh();
  });
});
events.addEventListener('error', () => {
  place('lost').hidden = false;
});

/**
 * Shows a change; the cards that change their place glide there.
 * @param {(string | null)[]} moving
 * @param {() => void} show
 */
function showMoving(moving, show) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (moving.length === 0 || calm || !('startViewTransition' in document)) return show();
  const name = (/** @type {boolean} */ on) => {
    for (const id of moving) {
      const card = id === null ? null : document.querySelector(`.id-card[data-id="${CSS.escape(id)}"]`);
      if (card instanceof HTMLElement) card.style.viewTransitionName = on ? `card-${id}` : '';
    }
  };
  name(true);
  const transition = document.startViewTransition(() => {
    show();
    name(true);
  });
  void transition.finished.then(() => name(false));
}

/** @param {string} trouble */
function readerHas(trouble) {
  return () => reader?.trouble === trouble;
}

/** @param {string} id */
function place(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

/** @param {'reader' | 'printer' | PushingName} device @param {object} body */
async function act(device, body) {
  const headers = { 'content-type': 'application/json' };
  await fetch(`/bench/${device}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** @param {import('./drawings.js').Card} card */
function wallCard(card) {
  const story = element('p', { class: 'story' }, ...both(card.story.zh, card.story.en));
  const button = element('button', { type: 'button' }, element('div', { class: 'place' }, drawCard(card)), story);
  button.addEventListener('click', () => {
    void act('reader', reader?.card === card.id ? { action: 'lift' } : { action: 'lay-down', card: card.id });
  });
  return element('li', { 'data-card': card.id }, button);
}

/** @param {Thing} thing */
function thingToShow(thing) {
  const [zh, en] = deeds[thing.device];
  const deed = element('span', { class: 'deed' }, ...both(zh, en));
  const owner = thing.owner === null ? [] : [element('bdi', {}, thing.owner)];
  const what = element('span', { class: 'what' }, ...owner, ...both(thing.zh, thing.en));
  const button = element('button', { type: 'button', 'data-thing': thing.id }, deed, what);
  if (thing.owner === null) button.classList.add('nobody');
  button.addEventListener('click', () => void act(thing.device, { action: 'show', thing: thing.id }));
  return element('li', {}, button);
}

/** @param {Reader} now */
function showReader(now) {
  const plate = place('plate');
  plate.querySelector('.id-card')?.remove();
  for (const card of cards) {
    const item = document.querySelector(`[data-card="${CSS.escape(card.id)}"]`);
    const spot = item?.querySelector('.place');
    const lies = now.card === card.id;
    item?.classList.toggle('away', lies);
    const drawn = drawCard(card);
    if (lies) plate.append(drawn);
    spot?.replaceChildren(...(lies ? [element('p', {}, ...both('在读卡器上', 'On the reader'))] : [drawn]));
  }
  place('lift').toggleAttribute('disabled', now.card === null);
  const [tone, zh, en] = readerWords(now);
  place('reader').className = `reader ${tone}`;
  place('reader-status').replaceChildren(...both(zh, en));
}

/** @param {Reader} now @returns {[string, string, string]} */
function readerWords(now) {
  if (now.trouble === 'cable-cut') return ['', '电缆拔掉了', 'The cable is pulled out'];
  if (now.trouble === 'silent') return ['bad', '听得见，但不应答', 'It hears and does not answer'];
  if (now.trouble === 'read-error') return ['warn', '看得见证件，但读不出', 'It finds a card and cannot read it'];
  if (!now.connected) return ['', '没有终端连着它', 'No terminal is connected to it'];
  if (now.card === null) return ['good', '在等证件', 'Waiting for a card'];
  return ['good', '证件在上面', 'A card lies on it'];
}

/** @param {Printer} now @param {boolean} first what lies there already does not come out again */
function showPrinter(now, first) {
  const [tone, zh, en] = printerWords(now);
  place('printer').className = `printer ${tone} ${now.coverOpen ? 'open' : ''}`;
  place('printer-status').replaceChildren(...both(zh, en));
  place('no-paper').hidden = now.slips.length > 0;
  const strip = place('paper');
  const known = new Set([...strip.children].map((item) => item.getAttribute('data-slip')));
  for (const slip of now.slips.toReversed()) if (!known.has(String(slip.number))) strip.prepend(slipItem(slip, !first));
  const kept = new Set(now.slips.map((slip) => String(slip.number)));
  for (const item of [...strip.children]) if (!kept.has(item.getAttribute('data-slip') ?? '')) item.remove();
}

/** @param {{ number: number, widthDots: number, heightDots: number }} slip @param {boolean} fresh */
function slipItem(slip, fresh) {
  const alt = `第 ${slip.number} 张 / slip ${slip.number}`;
  const picture = element('img', { src: `/bench/slips/${slip.number}.png`, alt });
  const item = element('li', { 'data-slip': String(slip.number) }, picture);
  item.style.setProperty('--length', `${Math.round((slip.heightDots / slip.widthDots) * 300) + 40}px`);
  if (fresh) picture.addEventListener('load', () => item.classList.add('fresh'), { once: true });
  return item;
}

/** @param {Printer} now @returns {[string, string, string]} */
function printerWords(now) {
  if (!now.plugged) return ['', '电缆拔掉了', 'The cable is pulled out'];
  if (now.coverOpen) return ['bad', '上盖开着，不打印', 'The cover is open; it stands still'];
  if (now.paper === 'out') return ['bad', '没有纸了', 'Out of paper'];
  if (now.silent) return ['bad', '会打印，但不应答', 'It prints and does not answer'];
  const metres = (now.paperLeftMm / 1000).toFixed(1);
  if (now.paper === 'near-end')
    return ['warn', `纸快用完了，还有 ${metres} 米`, `Paper near its end, ${metres} m left`];
  return ['good', `准备好了，纸还有 ${metres} 米`, `Ready, ${metres} m of paper`];
}

/**
 * A row of choices, one of which holds. Returns how to show which.
 * @param {'reader' | 'printer' | 'scanner'} device
 * @param {{ zh: string, en: string, choices: Choice[] }} row
 */
function control(device, { zh, en, choices }) {
  const buttons = choices.map((choice) => {
    const button = element('button', { type: 'button' }, ...both(choice.zh, choice.en));
    if (choice.trouble === true) button.classList.add('trouble');
    button.addEventListener('click', async () => {
      for (const action of [choice.action()].flat()) await act(device, { action });
    });
    return button;
  });
  const row = element(
    'fieldset',
    { 'aria-label': `${zh} ${en}` },
    element('p', { class: 'name' }, ...both(zh, en)),
    element('div', { class: 'choices' }, ...buttons),
  );
  place(`${device}-controls`).append(row);
  return () => choices.forEach((choice, index) => buttons[index]?.setAttribute('aria-pressed', String(choice.on())));
}
