// A hub that checks a patient in and is killed at one step of it, as by a power cut: no handler runs, nothing is closed.
import { checkInWithCard, openDemoHub } from './demo-hub.ts';

const [folder = '', databaseUrl = '', fatalStep = ''] = process.argv.slice(2);

const { hub } = await openDemoHub(
  { folder, databaseUrl: databaseUrl === '' ? undefined : databaseUrl },
  {
    onCheckInStep: (step) => {
      if (step === fatalStep) process.kill(process.pid, 'SIGKILL');
    },
  },
);
await checkInWithCard(hub, 'zhang-jianming');
await hub.close();
