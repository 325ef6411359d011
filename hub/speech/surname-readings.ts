/** Family names for which the dictionary gives the everyday reading, not that of the name. */
export const surnameReadings: ReadonlyMap<string, string> = new Map([
  ['种', 'chong2'],
  ['重', 'chong2'],
  ['秘', 'bi4'],
  ['祭', 'zhai4'],
  ['佴', 'nai4'],
  ['晟', 'cheng2'],
  ['宁', 'ning2'],
  ['隽', 'juan4'],
  ['单于', 'chan2 yu2'],
  ['么', 'yao1'],
  ['撒', 'sa4'],
  ['洗', 'xian3'],
  ['炅', 'gui4'],
  ['占', 'zhan1'],
  ['俱', 'ju1'],
]);
