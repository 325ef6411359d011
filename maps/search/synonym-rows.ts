/**
 * What people call things, besides the name on the door. Each row is one thing: `categories` are IMDF's words for it,
 * `words` whatever is said for it in either language. A place of a category, or with one of the words in its name, is found
 * by all words of the row.
 */
export interface SynonymRow {
  readonly categories: readonly string[];
  readonly words: readonly string[];
}

export const synonymRows: readonly SynonymRow[] = [
  {
    categories: ['restroom'],
    words: [
      '卫生间',
      '厕所',
      '洗手间',
      '公厕',
      '方便',
      'toilet',
      'toilets',
      'restroom',
      'bathroom',
      'washroom',
      'wc',
      'loo',
      'lavatory',
    ],
  },
  {
    categories: ['restroom.wheelchair', 'restroom.unisex.wheelchair'],
    words: [
      '无障碍卫生间',
      '残疾人卫生间',
      '残卫',
      '第三卫生间',
      'accessible toilet',
      'disabled toilet',
      'wheelchair toilet',
      'accessible',
    ],
  },
  {
    categories: ['laboratory', 'laboratorytesting'],
    words: ['检验科', '检验', '化验', '化验室', '验血', 'laboratory', 'lab', 'lab test', 'tests'],
  },
  {
    categories: [],
    words: [
      '抽血',
      '采血',
      '采血处',
      '抽血处',
      '抽血室',
      '采血室',
      '验血',
      'blood draw',
      'blood test',
      'blood tests',
      'blood collection',
      'phlebotomy',
    ],
  },
  { categories: [], words: ['MRI', '核磁共振', '核磁', '磁共振', 'magnetic resonance'] },
  { categories: [], words: ['CT', '断层扫描', 'CT scan', 'computed tomography'] },
  { categories: [], words: ['X 光', 'X线', '拍片', '照片子', '胸片', 'DR', '放射', 'x-ray', 'xray', 'radiography'] },
  { categories: [], words: ['B 超', '超声', '彩超', 'B超室', 'ultrasound', 'sonography', 'echo'] },
  { categories: [], words: ['心电图', 'ECG', 'EKG', 'electrocardiogram'] },
  { categories: [], words: ['胃镜', '肠镜', '内镜', '内窥镜', 'endoscopy', 'gastroscopy', 'colonoscopy'] },
  {
    categories: ['cashier'],
    words: [
      '收费处',
      '缴费',
      '交费',
      '付款',
      '交钱',
      '收费',
      '挂号',
      '挂号收费',
      '结账',
      'cashier',
      'payment',
      'pay',
      'billing',
      'registration',
    ],
  },
  {
    categories: ['pharmacy'],
    words: ['药房', '取药', '拿药', '取药处', '发药', '买药', 'pharmacy', 'medicine', 'drugstore', 'dispensary'],
  },
  {
    categories: ['information', 'reception.desk'],
    words: [
      '服务台',
      '咨询台',
      '导诊台',
      '问讯处',
      '咨询',
      '导医',
      'information',
      'help desk',
      'enquiries',
      'reception',
    ],
  },
  { categories: ['elevator'], words: ['电梯', '直梯', '升降梯', 'lift', 'lifts', 'elevator', 'elevators'] },
  { categories: ['escalator'], words: ['自动扶梯', '扶梯', '滚梯', 'escalator'] },
  { categories: ['stairs'], words: ['楼梯', '步梯', 'stairs', 'staircase'] },
  { categories: ['wheelchairassist'], words: ['轮椅', '借轮椅', '平车', 'wheelchair', 'wheelchairs'] },
  {
    categories: ['mothersroom'],
    words: ['母婴室', '哺乳室', '喂奶', '换尿布', 'nursing room', 'baby care', 'breastfeeding', 'baby room'],
  },
  {
    categories: ['foodservice'],
    words: ['餐厅', '食堂', '吃饭', '小吃', '咖啡', 'canteen', 'restaurant', 'food', 'cafe', 'coffee'],
  },
  {
    categories: ['shopping', 'conveniencestore'],
    words: ['超市', '便利店', '小卖部', '商店', 'shop', 'store', 'convenience store'],
  },
  {
    categories: ['drinkingfountain'],
    words: ['饮水机', '开水', '开水间', '热水', '喝水', 'drinking water', 'hot water', 'water'],
  },
  { categories: ['atm'], words: ['取款机', '自动取款机', '银行', '取钱', 'ATM', 'cash machine', 'bank'] },
  {
    categories: ['emergencymedicine', 'urgentcare'],
    words: ['急诊', '急诊科', '急救', '抢救', 'emergency', 'A&E', 'ER', 'emergency room'],
  },
  {
    categories: ['checkin.selfservice'],
    words: ['自助机', '自助终端', '自助服务', 'self-service', 'self service', 'kiosk', 'terminal'],
  },
  {
    categories: ['powerchargingstation'],
    words: ['充电', '充电宝', '充电桩', 'charging', 'power bank', 'phone charging'],
  },
  { categories: ['vendingmachine'], words: ['自动售货机', '售货机', '饮料', 'vending machine', 'drinks'] },
  { categories: ['defibrillator'], words: ['除颤仪', '除颤器', 'AED', 'defibrillator'] },
  { categories: ['firstaid'], words: ['急救站', 'first aid'] },
  { categories: ['waitingroom'], words: ['候诊', '候诊区', 'waiting', 'waiting room'] },
  { categories: ['parking'], words: ['停车场', '停车', '车库', 'parking', 'car park'] },
  { categories: [], words: ['出口', '大门', '门口', 'exit', 'entrance', 'way out', 'main entrance'] },
  { categories: [], words: ['住院', '住院部', '病房', '住院楼', '入院', 'inpatient', 'ward', 'wards', 'admission'] },
  { categories: [], words: ['报告', '取报告', '打印报告', '化验单', 'report', 'reports', 'results'] },
  { categories: [], words: ['病历', '病案', '病案室', '复印病历', 'medical records', 'records'] },
  { categories: [], words: ['医保', '医保办', '报销', 'insurance'] },
  { categories: [], words: ['轮椅租借', '租轮椅', '推床', 'borrow a wheelchair'] },
  // Clinics by what hurts or by whom they are for.
  {
    categories: ['opthamalogy', 'ophthalmology'],
    words: ['眼科', '眼睛', '看眼', 'eye', 'eyes', 'eye clinic', 'ophthalmology'],
  },
  {
    categories: ['dentist', 'dental'],
    words: ['口腔科', '牙科', '牙', '拔牙', '补牙', '看牙', 'dentist', 'dental', 'teeth', 'tooth', 'stomatology'],
  },
  {
    categories: ['earnosethroat'],
    words: ['耳鼻喉科', '耳鼻咽喉', '耳朵', '鼻子', '喉咙', 'ENT', 'ear', 'nose', 'throat', 'otolaryngology'],
  },
  { categories: ['dermatology'], words: ['皮肤科', '皮肤', '皮肤病', 'skin', 'dermatology'] },
  {
    categories: ['cardiology'],
    words: ['心内科', '心血管内科', '心脏', '心脏科', 'heart', 'cardiology', 'cardiologist'],
  },
  {
    categories: ['orthopedics'],
    words: ['骨科', '骨头', '骨折', '关节', 'bones', 'fracture', 'orthopaedics', 'orthopedics'],
  },
  {
    categories: ['pediatrics'],
    words: ['儿科', '小儿科', '小孩', '孩子', '儿内科', 'children', 'kids', 'paediatrics', 'pediatrics'],
  },
  {
    categories: ['gastroenterology'],
    words: ['消化内科', '消化科', '肠胃', '胃', '肚子', 'stomach', 'gastroenterology', 'digestive'],
  },
  {
    categories: ['pulmonology'],
    words: ['呼吸内科', '呼吸科', '呼吸与危重症医学科', '咳嗽', '肺', 'lung', 'lungs', 'cough', 'respiratory'],
  },
  { categories: [], words: ['神经内科', '头痛', '头晕', '脑', 'brain', 'headache', 'neurology'] },
  {
    categories: ['psychiatry'],
    words: ['心理科', '心理门诊', '精神科', '失眠', 'psychology', 'mental health', 'psychiatry'],
  },
  {
    categories: [],
    words: ['产科', '产检', '孕检', '孕妇', '怀孕', 'pregnancy', 'maternity', 'antenatal', 'obstetrics'],
  },
  { categories: [], words: ['妇科', '女科', 'women', 'gynaecology', 'gynecology'] },
  { categories: ['traditionalchinesemedicine'], words: ['中医科', '中医', 'TCM', 'chinese medicine'] },
  { categories: ['acupuncture'], words: ['针灸', '针灸科', '扎针', 'acupuncture'] },
  { categories: ['tuina'], words: ['推拿', '按摩', 'massage', 'tuina'] },
  {
    categories: ['physicaltherapy'],
    words: ['康复', '康复科', '康复医学科', '理疗', 'rehabilitation', 'physiotherapy', 'rehab'],
  },
  { categories: [], words: ['泌尿外科', '前列腺', '小便', 'urology', 'prostate'] },
  { categories: [], words: ['肾内科', '肾病', '肾', 'kidney', 'kidneys', 'nephrology'] },
  { categories: [], words: ['内分泌科', '糖尿病', '甲状腺', 'diabetes', 'thyroid', 'endocrinology'] },
  { categories: [], words: ['肿瘤科', '癌症', '化疗', 'cancer', 'oncology', 'chemotherapy'] },
  { categories: [], words: ['血液内科', '血液科', '贫血', 'blood diseases', 'haematology', 'hematology'] },
  { categories: [], words: ['发热门诊', '发热', '发烧', 'fever'] },
  { categories: ['dialysis'], words: ['血液透析', '血透', '透析', 'dialysis'] },
  { categories: [], words: ['输液', '打针', '注射', '吊瓶', '挂水', 'infusion', 'injection', 'drip'] },
  { categories: [], words: ['体检', '健康体检', 'check-up', 'checkup', 'physical examination'] },
  { categories: [], words: ['疫苗', '打疫苗', '预防接种', '接种', 'vaccine', 'vaccination'] },
];
