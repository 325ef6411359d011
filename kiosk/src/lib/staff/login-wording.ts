/** Words of the way in for staff, wherever they log in. */
export const loginWording = {
  zh: {
    otherLanguage: 'English',
    workNo: '工号',
    password: '密码',
    login: '登录',
    loggingIn: '正在登录…',
    demoAccounts: '演示账号（点一下就填好）',
  },
  en: {
    otherLanguage: '中文',
    workNo: 'Work number',
    password: 'Password',
    login: 'Log in',
    loggingIn: 'Logging in…',
    demoAccounts: 'Demo accounts: tap to fill in',
  },
} as const;
