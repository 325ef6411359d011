// Where an installer types the one-time code; nothing else of the terminal can be used before that.
// No 0 and O, no 1, I and L: codes have none of them.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 12;
/** @type {Record<string, string>} */
const troubles = {
  'code-unknown': '没有这个启用码，请核对。 There is no such code; please check it.',
  'code-used': '这个启用码已经用过，请要一个新的。 This code has been used; ask for a new one.',
  'code-expired': '这个启用码已过期，请要一个新的。 This code has expired; ask for a new one.',
  'code-for-another': '这是别的设备的启用码。 This code is for another device.',
  'hub-away':
    '连不上医院系统，请看网线，稍后再试。 The hospital system cannot be reached; look at the cable and try again.',
};

let code = '';
let busy = false;

for (const letter of letters) {
  const key = document.createElement('button');
  key.type = 'button';
  key.textContent = letter;
  key.addEventListener('click', () => add(letter));
  find('keys').append(key);
}
find('back').addEventListener('click', takeBack);
find('enrol').addEventListener('click', () => void enrol());
addEventListener('keydown', ({ key }) => {
  if (key === 'Backspace') takeBack();
  else if (key === 'Enter') void enrol();
  else add(key.toUpperCase());
});
show();

// As soon as the hub knows this terminal the agent says so, however that came about.
new EventSource('/agent/events').addEventListener('message', ({ data }) => {
  const event = JSON.parse(data);
  if (event.type === 'hub.here' || (event.type === 'hello' && event.hub === 'here')) location.replace('/terminal');
});

/** @param {string} letter */
function add(letter) {
  if (busy || letter.length !== 1 || !letters.includes(letter) || code.length >= codeLength) return;
  code += letter;
  say('');
  show();
}

function takeBack() {
  if (busy) return;
  code = code.slice(0, -1);
  say('');
  show();
}

async function enrol() {
  if (busy || code.length < codeLength) return;
  busy = true;
  show();
  const reason = await send();
  busy = false;
  if (reason !== undefined) {
    say(troubles[reason] ?? troubles['hub-away'] ?? '');
    code = '';
  }
  show();
}

/** @returns {Promise<string | undefined>} undefined: this terminal is enrolled */
async function send() {
  try {
    const answer = await fetch('/agent/enrolment', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    const reply = await answer.json();
    return reply.ok === true ? undefined : String(reply.reason);
  } catch {
    return 'hub-away';
  }
}

function show() {
  const padded = code.padEnd(codeLength, '·');
  find('code').textContent = [0, 4, 8].map((start) => padded.slice(start, start + 4)).join(' - ');
  find('enrol').toggleAttribute('disabled', busy || code.length < codeLength);
}

/** @param {string} text */
function say(text) {
  find('trouble').textContent = text;
}

/** @param {string} id */
function find(id) {
  const place = document.getElementById(id);
  if (place === null) throw new Error(`the page has no ${id}`);
  return place;
}
