/** Words of the form where a one-time password becomes one's own. */
export const newPasswordWording = {
  zh: {
    title: '换成自己的密码',
    hint: '一次性密码只用这一回。新密码至少 8 个字，好记就行，比如几个词连起来。',
    password: '新密码',
    again: '再输一遍',
    save: '保存，登录',
  },
  en: {
    title: 'Choose your own password',
    hint: 'The one-time password is used this once. Take 8 characters or more that you remember well; several words, for example.',
    password: 'New password',
    again: 'Once more',
    save: 'Save and log in',
  },
  differ: { zh: '两次输入的不一样，请再输一遍。', en: 'The two are not the same; please type them again.' },
} as const;
