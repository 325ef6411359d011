/** What of a browser's audio a test sound needs. */
const lasts = 0.9;
/** A context that may not play stays suspended: nobody hears anything. Milliseconds. */
const patience = 4_000;

/** Plays three short notes; resolves with whether the browser has played them to their end. */
export async function playTestSound(): Promise<boolean> {
  const context = new AudioContext();
  try {
    await Promise.race([context.resume(), pause(1_000)]);
    if (context.state !== 'running') return false;
    const ended = playNotes(context);
    // The clock of a context without an output stands still: then the notes never end.
    return await Promise.race([ended.then(() => context.currentTime >= lasts), pause(patience).then(() => false)]);
  } finally {
    await context.close();
  }
}

function playNotes(context: AudioContext): Promise<void> {
  const volume = context.createGain();
  volume.gain.value = 0.3;
  volume.connect(context.destination);
  const notes = [523, 659, 784].map((frequency, index) => {
    const note = context.createOscillator();
    note.frequency.value = frequency;
    note.connect(volume);
    note.start(index * 0.3);
    note.stop((index + 1) * 0.3);
    return note;
  });
  const last = notes.at(-1);
  return new Promise((resolve) => last?.addEventListener('ended', () => resolve(), { once: true }));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
