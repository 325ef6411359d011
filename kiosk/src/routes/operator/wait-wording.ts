const zh = {
  hint: '签到时告诉患者的等候时间，和真正叫到的时间比：在范围里的越多越好。只有数字，没有任何人的资料。',
  none: '还没有告诉过任何人要等多久。',
  columns: ['日期', '科室', '告诉', '已叫到', '在范围里', '更早', '更晚', '说不准'],
};

export type WaitReportWording = typeof zh;

const en: WaitReportWording = {
  hint: 'The wait that patients were told at check-in, against when they were called: the more inside the range, the better. Numbers only, nothing of anybody.',
  none: 'Nobody has been told a wait yet.',
  columns: ['Day', 'Clinic', 'Told', 'Called since', 'Inside', 'Sooner', 'Later', 'No time told'],
};

export const waitReportWording = { zh, en };
