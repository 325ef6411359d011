/**
 * What people call things, besides the name on the door. Each row is one thing. A place belongs to a row when its IMDF
 * category is one of `categories` (with their kinds) or one of `names` stands in its name; it is then found by all `names`
 * and `words` of the row.
 */
export interface SynonymRow {
  readonly categories: readonly string[];
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** Shorthand: categories; names; words, each divided by commas. */
function row(categories: string, names: string, words: string): SynonymRow {
  const list = (text: string) => text.split(',').flatMap((one) => one.trim() || []);
  return { categories: list(categories), names: list(names), words: list(words) };
}

const comforts: readonly SynonymRow[] = [
  row(
    'restroom',
    '卫生间, 洗手间, 厕所, toilet, toilets, restroom',
    '公厕, 方便, 上厕所, bathroom, washroom, wc, loo, lavatory',
  ),
  row('restroom.male', '男卫生间, 男厕', '男厕所, 男洗手间, men, gents, mens toilet'),
  row('restroom.female', '女卫生间, 女厕', '女厕所, 女洗手间, women, ladies, womens toilet'),
  row(
    'restroom.wheelchair, restroom.unisex.wheelchair',
    '无障碍卫生间, 第三卫生间',
    '残疾人卫生间, 残卫, 无障碍, accessible toilet, disabled toilet, wheelchair toilet, accessible',
  ),
  row('mothersroom', '母婴室, 哺乳室', '喂奶, 哺乳, 换尿布, nursing room, baby care, breastfeeding, baby room'),
  row('drinkingfountain', '饮水机, 开水间, 开水', '热水, 喝水, 打水, 接水, drinking water, hot water, water'),
  row('wheelchairassist', '轮椅', '借轮椅, 租轮椅, 平车, 推床, wheelchair, wheelchairs, borrow a wheelchair'),
  row('foodservice, restaurant', '餐厅, 食堂, canteen, restaurant', '吃饭, 小吃, 饭堂, food, lunch, eat'),
  row('cafe', '咖啡, cafe', 'coffee'),
  row(
    'shopping, conveniencestore',
    '超市, 便利店, 商店, shop, convenience store',
    '小卖部, 买东西, store, supermarket',
  ),
  row('atm', '取款机, cash machine', '取钱, 银行, 提款机, ATM, bank, cash'),
  row('vendingmachine', '售货机, vending machine', '饮料, 买水, drinks, snacks'),
  row('powerchargingstation', '充电', '充电宝, 手机充电, charging, power bank, phone charging, charger'),
  row('defibrillator', '除颤', 'AED, defibrillator'),
  row('firstaid', '急救站, first aid', ''),
  row('elevator', '电梯', '直梯, 升降梯, 坐电梯, lift, lifts, elevator, elevators'),
  row('escalator', '扶梯, escalator', '自动扶梯, 滚梯, 电动扶梯'),
  row('stairs', '楼梯', '步梯, stairs, staircase'),
  row('parking', '停车场, 停车, car park', '车库, 地下车库, parking, garage'),
  row('taxi', '出租车, taxis', '打车, 叫车, taxi, cab'),
  row('bus', '公交', '公交站, 坐公交, 坐车, bus, bus stop'),
  row(
    'information, reception.desk',
    '服务台, 咨询台, 导诊台, 导医台, 问讯处, information',
    '咨询, 导医, 问路, help desk, enquiries, reception',
  ),
  row('checkin.selfservice', '自助机, 自助终端', '自助服务, 自助, self-service, self service, kiosk, terminal'),
  row('waitingroom', '候诊区, waiting area', '候诊, 候诊室, 等候, waiting, waiting room'),
  row('', '大门, 出口, 入口, entrance, exit', '门口, 正门, 出去, way out, main entrance'),
  row('', '失物招领, lost property', '丢东西, 捡到, lost and found'),
];

const errands: readonly SynonymRow[] = [
  row(
    'cashier',
    '收费处, 缴费, 收费, 挂号, 服务窗口, cashier',
    '交费, 付款, 交钱, 付费, 结账, 缴费处, payment, pay, billing, registration, register',
  ),
  row(
    'pharmacy',
    '药房, 取药, 发药, pharmacy, dispensary',
    '拿药, 取药处, 买药, 领药, 配药, medicine, medicines, drugstore, prescription',
  ),
  row('', '出入院, admission', '出院, 入院, 办住院, 办出院, 住院手续, discharge, admission'),
  row('', '住院, 病区, inpatient, ward', '住院部, 病房, 住院楼, wards, hospital ward'),
  row(
    '',
    '报告领取, collect reports',
    '报告, 取报告, 打印报告, 化验单, 拿报告, report, reports, results, test results',
  ),
  row('', '病案, 病历, medical record, medical records', '复印病历, 打印病历, 病历复印, records'),
  row('', '医保, insurance', '医保办, 报销, 医保窗口'),
  row('', '盖章, 证明', '开证明, 病假条, 诊断证明, certificate, certificates, stamp'),
  row('', '改签, 预约', '改约, 改号, 退号, 预约挂号, booking, reschedule, appointment'),
  row('', '患者接待, 患者服务中心, patient relations', '投诉, 意见, 医患办, complaint, complaints'),
];

const tests: readonly SynonymRow[] = [
  row(
    'laboratory, laboratorytesting',
    '检验科, 检验, laboratory',
    '化验, 化验室, 验血, 验尿, lab, lab test, blood test',
  ),
  row(
    'blooddonation',
    '采血, 抽血, blood draw',
    '采血处, 抽血处, 抽血室, 采血室, 验血, 化验, 化验血, blood test, blood tests, blood collection, phlebotomy',
  ),
  row('', 'MRI, 核磁共振, 磁共振', '核磁, 做核磁, magnetic resonance'),
  row('', 'CT', '做 CT, 断层扫描, CT scan, computed tomography'),
  row('', 'DR, X 光, X-ray', 'X线, 拍片, 拍片子, 照片子, 胸片, 放射, xray, radiography'),
  row('', '彩超, 超声, B 超, ultrasound', 'B超室, 做B超, 超声科, 彩超室, sonography, sonogram'),
  row('', '心电图, ECG', '做心电图, EKG, electrocardiogram'),
  row('', '脑电图, EEG', 'electroencephalogram'),
  row('', '胃镜, gastroscopy', '做胃镜'),
  row('', '肠镜, colonoscopy', '做肠镜, 结肠镜'),
  row('', '内镜, endoscopy', '内窥镜'),
  row('', '钼靶, mammography', '乳腺钼靶, 乳房检查, mammogram'),
  row('', '影像, imaging', '放射科, radiology, scan, scans'),
  row('', '输液, infusion', '打针, 吊瓶, 挂水, 打点滴, 注射, injection, drip'),
  row('', '预防接种, 疫苗, vaccination', '打疫苗, 接种, 打预防针, vaccine, vaccines, shot'),
  row('', '体检, check-up', '健康体检, 体检科, checkup, check up, physical examination, medical check'),
];

/** Clinics by what hurts or by whom they are for. */
const clinics: readonly SynonymRow[] = [
  row(
    'emergencymedicine, urgentcare',
    '急诊, emergency',
    '急诊科, 急救, 抢救, 急诊室, A&E, ER, emergency room, urgent',
  ),
  row('', '发热门诊, 发热, fever', '发烧, 感冒发烧, fever clinic'),
  row(
    'opthamalogy, ophthalmology',
    '眼科',
    '眼睛, 看眼, 看眼睛, 近视, eye, eyes, eye doctor, eye clinic, ophthalmology',
  ),
  row(
    'dentist, dental',
    '口腔科, 牙科, dentistry',
    '牙, 牙齿, 牙疼, 拔牙, 补牙, 看牙, dentist, dental, teeth, tooth, toothache, stomatology',
  ),
  row('earnosethroat', '耳鼻喉, 耳鼻咽喉, ENT', '耳鼻喉科, 耳朵, 鼻子, 喉咙, 嗓子, ear, nose, throat, otolaryngology'),
  row('dermatology', '皮肤科', '皮肤, 皮肤病, 湿疹, 皮炎, skin, rash, dermatology'),
  row('cardiology', '心内科, 心血管内科, cardiology', '心脏, 心脏科, 高血压, 冠心病, heart, cardiologist'),
  row('orthopedics', '骨科, orthopaedics, orthopedics', '骨头, 骨折, 关节, 腰疼, bones, bone, fracture, joints'),
  row(
    'pediatrics',
    '儿科, 小儿, paediatrics, pediatrics',
    '小儿科, 小孩, 孩子, 儿童, 宝宝, children, child, kids, baby',
  ),
  row(
    'gastroenterology',
    '消化内科, 消化科, gastroenterology',
    '肠胃, 肠胃科, 胃, 胃疼, 肚子疼, 拉肚子, stomach, digestive, belly',
  ),
  row('pulmonology', '呼吸内科, 呼吸科, 呼吸与危重症, respiratory', '咳嗽, 肺, 哮喘, lung, lungs, cough, asthma'),
  row('', '神经内科, neurology', '头痛, 头晕, 中风, 偏头痛, brain, headache, dizzy, stroke'),
  row('', '神经外科, neurosurgery', '脑外科, 脑瘤, brain surgery'),
  row(
    'psychiatry',
    '心理科, 心理门诊, 精神科, psychology',
    '失眠, 抑郁, 焦虑, 睡不着, mental health, psychiatry, insomnia',
  ),
  row('', '产科, obstetrics', '产检, 孕检, 孕妇, 怀孕, 生孩子, pregnancy, pregnant, maternity, antenatal'),
  row('', '妇科, gynaecology', '月经, 女科, gynecology, womens health'),
  row('', '乳腺, breast', '乳房, 乳腺科'),
  row('traditionalchinesemedicine', '中医, TCM', '看中医, chinese medicine, chinese doctor'),
  row('acupuncture', '针灸, acupuncture', '针灸科, 扎针'),
  row('tuina', '推拿, massage', '按摩, 正骨, tuina'),
  row(
    'physicaltherapy',
    '康复医学科, 康复科, rehabilitation medicine',
    '康复, 做康复, rehabilitation, rehab, physiotherapy',
  ),
  row('', '泌尿外科, urology', '前列腺, 小便, 结石, prostate'),
  row('', '肾内科, nephrology', '肾病, 肾, 肾脏, 尿毒症, kidney, kidneys'),
  row('', '内分泌, endocrinology', '糖尿病, 甲状腺, 血糖, diabetes, thyroid'),
  row('', '肿瘤, oncology', '癌症, 化疗, cancer, chemotherapy'),
  row('', '放疗, radiotherapy', '放射治疗, radiation'),
  row('', '血液内科, 血液科, haematology', '贫血, 血液病, hematology, anaemia'),
  row('', '风湿, rheumatology', '风湿科, 关节炎, 红斑狼疮, arthritis'),
  row('', '老年医学科, 老年科, geriatric', '老年病, 老年病科, 老人, geriatrics, elderly'),
  row('', '普通外科, 普外科, general surgery', '普外, 疝气, 阑尾, 胆囊, hernia'),
  row('', '胸外科, thoracic surgery', '肺结节, 胸外, chest surgery'),
  row('dialysis', '血液透析, 血透, 透析, dialysis', '洗肾'),
];

export const synonymRows: readonly SynonymRow[] = [...comforts, ...errands, ...tests, ...clinics];
