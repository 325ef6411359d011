// The page that stands in while the hub is away: it hears from the agent when the hub is back and returns by itself.
// Not by the clock of the terminal: it may be set right while this page stands.
const shownAt = performance.now();
/** A hub that answers but cannot serve its pages must not make this page flicker. */
const SHOWN_AT_LEAST = 2500;
const events = new EventSource('/agent/events');
let leaving = false;

events.addEventListener('message', ({ data }) => {
  const event = JSON.parse(data);
  if (event.type === 'hub.here' || (event.type === 'hello' && event.hub === 'here')) goBack();
});

function goBack() {
  if (leaving) return;
  leaving = true;
  document.documentElement.classList.add('back');
  say('status-zh', '已经恢复，正在回到首页');
  say('status-en', 'It is back; returning to the first page');
  setTimeout(() => location.replace('/terminal'), Math.max(400, SHOWN_AT_LEAST - (performance.now() - shownAt)));
}

/** @param {string} id @param {string} text */
function say(id, text) {
  const place = document.getElementById(id);
  if (place !== null) place.textContent = text;
}
