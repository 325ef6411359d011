// How a card looks. Names and addresses may hold anything: they become text, never markup.

/**
 * @typedef {object} Card
 * @property {string} id
 * @property {'resident-id' | 'hmt-permit' | 'foreigner-2017' | 'foreigner-2023'} kind
 * @property {string} name
 * @property {string | null} nameLatin
 * @property {string | null} nationality
 * @property {'male' | 'female'} sex
 * @property {string | null} nation
 * @property {string} birthDate
 * @property {string} idNumber
 * @property {string | null} address
 * @property {{ zh: string, en: string }} story
 */

const numberNames = {
  'resident-id': '公民身份号码',
  'hmt-permit': '公民身份号码',
  'foreigner-2017': '证件号码',
  'foreigner-2023': '证件号码',
};

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} zh @param {string} en */
export function both(zh, en) {
  return [`${zh} `, element('span', { lang: 'en' }, en)];
}

/** @param {Card} card */
export function drawCard(card) {
  const rows = element('dl', {}, ...field('姓名', card.name, 'name'));
  if (card.nameLatin !== null) rows.append(...field('Name', card.nameLatin));
  rows.append(...field('性别', card.sex === 'male' ? '男' : '女', '', origin(card)));
  rows.append(...field('出生', card.birthDate.replaceAll('-', '.')));
  if (card.address !== null) rows.append(...field('住址', card.address, 'address'));
  const number = element('p', { class: 'number' }, element('small', {}, numberNames[card.kind]), card.idNumber);
  return element('div', { class: `id-card ${card.kind}`, 'data-id': card.id }, rows, portrait(card.sex), number);
}

/** Nation or nationality, which stands beside the sex. @param {Card} card @returns {Node[]} */
function origin({ nation, nationality }) {
  const [name, value] = nationality === null ? ['民族', nation] : ['国籍', nationality];
  return value === null ? [] : [element('span', { class: 'name-of' }, String(name)), value].map(asNode);
}

/** @param {Node | string} child */
function asNode(child) {
  return typeof child === 'string' ? document.createTextNode(child) : child;
}

/** @param {string} name @param {string} value @param {string} [kind] @param {Node[]} [beside] */
function field(name, value, kind = '', beside = []) {
  return [element('dt', {}, name), element('dd', { class: kind }, element('bdi', {}, visible(value)), ...beside)];
}

/** Control and direction characters are not drawn; they are the story of one of the cards. @param {string} text */
function visible(text) {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '');
}

const SVG = 'http://www.w3.org/2000/svg';

/** Nobody's face: a head and shoulders. @param {'male' | 'female'} sex */
function portrait(sex) {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 60 74');
  picture.setAttribute('aria-hidden', 'true');
  const hair =
    sex === 'female'
      ? 'M30 12c-13 0-17 10-16 22 .5 8 0 15-3 19h38c-3-4-3.5-11-3-19 1-12-3-22-16-22z'
      : 'M30 12c-10 0-14 6-14 15h28c0-9-4-15-14-15z';
  const shapes = [
    ['#dcebec', 'M0 0h60v74H0z'],
    ['#8fb3b8', hair],
    ['#a9c6c9', 'M30 16c8 0 12 6 12 14s-5 16-12 16-12-8-12-16 4-14 12-14z'],
    ['#6f9aa0', 'M8 74c0-14 9-22 22-22s22 8 22 22z'],
  ];
  for (const [fill, path] of shapes) {
    const shape = document.createElementNS(SVG, 'path');
    shape.setAttribute('d', String(path));
    shape.setAttribute('fill', String(fill));
    picture.append(shape);
  }
  return picture;
}
