/** One line of the hospital's price list; integer fen. */
export interface Price {
  readonly code: string;
  readonly kind: 'registration' | 'laboratory' | 'imaging' | 'treatment' | 'medicine';
  readonly zh: string;
  readonly en: string;
  readonly fen: number;
}

/** Invented prices of ordinary size. */
export const priceList: readonly Price[] = [
  { code: 'REG-GENERAL', kind: 'registration', zh: '普通门诊诊查费', en: 'Consultation, general clinic', fen: 1000 },
  {
    code: 'REG-ASSOCIATE',
    kind: 'registration',
    zh: '副主任医师诊查费',
    en: 'Consultation, associate chief physician',
    fen: 1800,
  },
  { code: 'REG-CHIEF', kind: 'registration', zh: '主任医师诊查费', en: 'Consultation, chief physician', fen: 2500 },
  { code: 'REG-EMERGENCY', kind: 'registration', zh: '急诊诊查费', en: 'Consultation, emergency', fen: 1500 },
  { code: 'LAB-CBC', kind: 'laboratory', zh: '血常规', en: 'Complete blood count', fen: 1800 },
  { code: 'LAB-CRP', kind: 'laboratory', zh: 'C 反应蛋白', en: 'C-reactive protein', fen: 2000 },
  { code: 'LAB-URINE', kind: 'laboratory', zh: '尿常规', en: 'Urinalysis', fen: 1000 },
  { code: 'LAB-STOOL', kind: 'laboratory', zh: '粪便常规加隐血', en: 'Stool examination with occult blood', fen: 1200 },
  { code: 'LAB-LIVER', kind: 'laboratory', zh: '肝功能', en: 'Liver function tests', fen: 4500 },
  { code: 'LAB-RENAL', kind: 'laboratory', zh: '肾功能', en: 'Renal function tests', fen: 3000 },
  { code: 'LAB-LIPID', kind: 'laboratory', zh: '血脂', en: 'Lipid profile', fen: 3600 },
  { code: 'LAB-GLUCOSE', kind: 'laboratory', zh: '空腹血糖', en: 'Fasting blood glucose', fen: 500 },
  { code: 'LAB-HBA1C', kind: 'laboratory', zh: '糖化血红蛋白', en: 'Glycated haemoglobin', fen: 6000 },
  { code: 'LAB-TROPONIN', kind: 'laboratory', zh: '肌钙蛋白 I', en: 'Troponin I', fen: 9000 },
  { code: 'LAB-THYROID', kind: 'laboratory', zh: '甲状腺功能三项', en: 'Thyroid function tests', fen: 9500 },
  { code: 'LAB-COAGULATION', kind: 'laboratory', zh: '凝血四项', en: 'Coagulation screen', fen: 5500 },
  { code: 'IMG-ECG', kind: 'imaging', zh: '十二导联心电图', en: '12-lead electrocardiogram', fen: 2500 },
  { code: 'IMG-ECHO', kind: 'imaging', zh: '心脏彩超', en: 'Echocardiography', fen: 18000 },
  { code: 'IMG-CXR', kind: 'imaging', zh: '胸部 X 线摄片', en: 'Chest radiograph', fen: 6000 },
  { code: 'IMG-CT-CHEST', kind: 'imaging', zh: '胸部 CT 平扫', en: 'CT of the chest, plain', fen: 22000 },
  { code: 'IMG-MRI-HEAD', kind: 'imaging', zh: '头颅磁共振平扫', en: 'MRI of the head, plain', fen: 42000 },
  { code: 'IMG-US-ABDOMEN', kind: 'imaging', zh: '腹部彩超', en: 'Abdominal ultrasound', fen: 11000 },
  { code: 'IMG-GASTROSCOPY', kind: 'imaging', zh: '电子胃镜检查', en: 'Gastroscopy', fen: 24000 },
  { code: 'TRT-INJECTION', kind: 'treatment', zh: '肌肉注射', en: 'Intramuscular injection', fen: 300 },
  { code: 'TRT-INFUSION', kind: 'treatment', zh: '静脉输液', en: 'Intravenous infusion', fen: 900 },
  { code: 'TRT-DRESSING', kind: 'treatment', zh: '小换药', en: 'Dressing change, small', fen: 1200 },
  { code: 'TRT-ACUPUNCTURE', kind: 'treatment', zh: '普通针刺', en: 'Acupuncture', fen: 2800 },
  {
    code: 'MED-AMLODIPINE',
    kind: 'medicine',
    zh: '苯磺酸氨氯地平片 5mg×28 片',
    en: 'Amlodipine besylate tablets 5 mg, 28',
    fen: 1120,
  },
  {
    code: 'MED-ATORVASTATIN',
    kind: 'medicine',
    zh: '阿托伐他汀钙片 20mg×7 片',
    en: 'Atorvastatin calcium tablets 20 mg, 7',
    fen: 588,
  },
  {
    code: 'MED-METFORMIN',
    kind: 'medicine',
    zh: '盐酸二甲双胍片 0.5g×30 片',
    en: 'Metformin hydrochloride tablets 0.5 g, 30',
    fen: 690,
  },
  {
    code: 'MED-ASPIRIN',
    kind: 'medicine',
    zh: '阿司匹林肠溶片 100mg×30 片',
    en: 'Aspirin enteric-coated tablets 100 mg, 30',
    fen: 1390,
  },
  {
    code: 'MED-OMEPRAZOLE',
    kind: 'medicine',
    zh: '奥美拉唑肠溶胶囊 20mg×14 粒',
    en: 'Omeprazole enteric-coated capsules 20 mg, 14',
    fen: 860,
  },
  {
    code: 'MED-AMOXICILLIN',
    kind: 'medicine',
    zh: '阿莫西林胶囊 0.25g×24 粒',
    en: 'Amoxicillin capsules 0.25 g, 24',
    fen: 780,
  },
  {
    code: 'MED-IBUPROFEN',
    kind: 'medicine',
    zh: '布洛芬缓释胶囊 0.3g×20 粒',
    en: 'Ibuprofen sustained-release capsules 0.3 g, 20',
    fen: 1560,
  },
  {
    code: 'MED-SALBUTAMOL',
    kind: 'medicine',
    zh: '硫酸沙丁胺醇吸入气雾剂 200 揿',
    en: 'Salbutamol sulfate inhaler, 200 doses',
    fen: 2350,
  },
  {
    code: 'MED-SALINE',
    kind: 'medicine',
    zh: '0.9% 氯化钠注射液 250ml',
    en: 'Sodium chloride 0.9% injection 250 ml',
    fen: 320,
  },
];
