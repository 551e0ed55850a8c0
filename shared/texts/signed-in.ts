import type { Browser, System } from '../devices.ts'
import type { Texts } from '../languages.ts'

/** Where I am signed in. */
export const signedInTexts = {
  heading: { zh: '登录的设备', en: 'Where you are signed in' },
  hint: {
    zh: '换过密码、手机丢了，或在别人那里登录过？把其他设备退出。',
    en: 'New password, lost phone, or a sign-in on a borrowed device? Sign out elsewhere.',
  },
  alone: { zh: '只在这台设备上登录。', en: 'You are signed in here alone.' },
  thisOne: { zh: '本机', en: 'This one' },
  device: { zh: '{system} · {browser}', en: '{browser} on {system}' },
  began: { zh: '登录于 {moment}', en: 'Signed in {moment}' },
  seen: { zh: '最近使用 {moment}', en: 'last used {moment}' },
  atWork: { zh: '员工工作', en: 'Staff work' },
  end: { zh: '退出', en: 'Sign out' },
  endOf: { zh: '退出 {device}', en: 'Sign out of {device}' },
  endOthers: { zh: '退出其他全部设备', en: 'Sign out everywhere else' },
  ended: { zh: '已退出 {count} 台设备。', en: 'Signed out in {count} places.' },
  prove: {
    zh: '要退出别的设备，先重新登录，确认是您本人。',
    en: 'To sign out elsewhere, first sign in again to prove that it is you.',
  },
  proveNow: { zh: '确认是我本人', en: 'Prove it is me' },
} as const satisfies Texts

/** What people call the programs they sign in with. */
export const browserTexts = {
  wecom: { zh: '企业微信', en: 'WeCom' },
  wechat: { zh: '微信', en: 'WeChat' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  edge: { zh: 'Edge 浏览器', en: 'Edge' },
  opera: { zh: 'Opera 浏览器', en: 'Opera' },
  firefox: { zh: '火狐浏览器', en: 'Firefox' },
  samsung: { zh: '三星浏览器', en: 'Samsung Internet' },
  uc: { zh: 'UC 浏览器', en: 'UC Browser' },
  qq: { zh: 'QQ 浏览器', en: 'QQ Browser' },
  quark: { zh: '夸克', en: 'Quark' },
  huawei: { zh: '华为浏览器', en: 'Huawei Browser' },
  xiaomi: { zh: '小米浏览器', en: 'Mi Browser' },
  oppo: { zh: 'OPPO 浏览器', en: 'OPPO Browser' },
  vivo: { zh: 'vivo 浏览器', en: 'vivo Browser' },
  baidu: { zh: '百度', en: 'Baidu' },
  chrome: { zh: 'Chrome 浏览器', en: 'Chrome' },
  safari: { zh: 'Safari 浏览器', en: 'Safari' },
  other: { zh: '其他浏览器', en: 'another browser' },
} as const satisfies Record<Browser, Texts[string]>

/** What people call the devices they sign in on. */
export const systemTexts = {
  harmony: { zh: '鸿蒙设备', en: 'HarmonyOS' },
  iphone: { zh: '苹果手机', en: 'iPhone' },
  ipad: { zh: 'iPad', en: 'iPad' },
  android: { zh: '安卓设备', en: 'Android' },
  windows: { zh: 'Windows 电脑', en: 'Windows' },
  chromeos: { zh: 'Chromebook', en: 'a Chromebook' },
  mac: { zh: '苹果电脑', en: 'Mac' },
  linux: { zh: 'Linux 电脑', en: 'Linux' },
  other: { zh: '其他设备', en: 'another device' },
} as const satisfies Record<System, Texts[string]>
