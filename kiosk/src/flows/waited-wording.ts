/** How long somebody has been waiting, in whole seconds. */
const zh = { waited: (seconds: number) => `已等 ${seconds} 秒` };
const en: typeof zh = { waited: (seconds) => `${seconds} seconds so far` };

export const waitedWording = { zh, en };
