/** Material for invented people: common family names, given names by sex, and county codes of GB/T 2260. */
export const familyNames: readonly string[] = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严单仇解查盖区朴',
  '欧阳',
  '司马',
  '上官',
  '尉迟',
  '诸葛',
];

export const givenNames: Readonly<Record<'male' | 'female', readonly string[]>> = {
  male: '建国 建华 国强 志强 志明 文博 子轩 浩然 宇航 俊杰 伟 强 军 勇 磊 涛 明 超 鹏 波 德胜 永康 海涛 晓东 立新 金水 长生 家豪 梓睿 思远 一凡 凯 峰 斌 宏伟 庆华 福生 玉柱 景行 承志'.split(
    ' ',
  ),
  female:
    '秀英 桂英 秀兰 玉兰 淑珍 丽 敏 静 艳 娟 芳 霞 燕 玲 雪梅 晓燕 雅婷 欣怡 梓涵 雨桐 诗琪 思颖 佳怡 美玲 红梅 春花 凤英 玉珍 慧 洁 莉 倩 琳 晓雯 若兰 语嫣 可欣 月华 素芬 金凤'.split(
      ' ',
    ),
};

export const areaCodes: readonly string[] =
  '110105 110108 120101 130102 140105 150102 210102 220102 230102 310104 310115 320102 320505 330102 330106 330602 330603 330604 330681 330683 340102 350203 360102 370102 370202 410102 420106 430102 440106 440305 450103 460105 500103 510104 520102 530102 540102 610103 620102 630102 640104 650102'.split(
    ' ',
  );

/** Names for doctors, with their spelling in Latin letters. */
export const doctorFamilies: readonly (readonly [string, string])[] = [
  ['王', 'Wang'],
  ['李', 'Li'],
  ['张', 'Zhang'],
  ['刘', 'Liu'],
  ['陈', 'Chen'],
  ['杨', 'Yang'],
  ['黄', 'Huang'],
  ['赵', 'Zhao'],
  ['吴', 'Wu'],
  ['周', 'Zhou'],
  ['徐', 'Xu'],
  ['孙', 'Sun'],
  ['马', 'Ma'],
  ['朱', 'Zhu'],
  ['胡', 'Hu'],
  ['郭', 'Guo'],
  ['何', 'He'],
  ['林', 'Lin'],
  ['高', 'Gao'],
  ['罗', 'Luo'],
  ['郑', 'Zheng'],
  ['梁', 'Liang'],
  ['谢', 'Xie'],
  ['宋', 'Song'],
  ['唐', 'Tang'],
  ['许', 'Xu'],
  ['韩', 'Han'],
  ['冯', 'Feng'],
  ['邓', 'Deng'],
  ['曹', 'Cao'],
];

export const doctorGivens: readonly (readonly [string, string])[] = [
  ['明', 'Ming'],
  ['静', 'Jing'],
  ['海', 'Hai'],
  ['敏', 'Min'],
  ['志刚', 'Zhigang'],
  ['文静', 'Wenjing'],
  ['思远', 'Siyuan'],
  ['雅琴', 'Yaqin'],
  ['国栋', 'Guodong'],
  ['晓梅', 'Xiaomei'],
  ['建平', 'Jianping'],
  ['欣然', 'Xinran'],
  ['子涵', 'Zihan'],
  ['慧敏', 'Huimin'],
  ['立新', 'Lixin'],
  ['若冰', 'Ruobing'],
  ['长青', 'Changqing'],
  ['云飞', 'Yunfei'],
];

export const doctorTitles: readonly { readonly zh: string; readonly en: string }[] = [
  { zh: '主任医师', en: 'Chief physician' },
  { zh: '副主任医师', en: 'Associate chief physician' },
  { zh: '主治医师', en: 'Attending physician' },
];
