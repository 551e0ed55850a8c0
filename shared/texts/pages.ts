import type { Texts } from '../languages.ts'

/** What every page has around it. */
export const pageTexts = {
  product: { zh: '店联', en: 'Dianlian' },
  skip: { zh: '跳到内容', en: 'Skip to content' },
  navigation: { zh: '主导航', en: 'Main navigation' },
  home: { zh: '首页', en: 'Home' },
  order: { zh: '订货', en: 'Order' },
  orders: { zh: '订单', en: 'Orders' },
  service: { zh: '服务', en: 'Service' },
  me: { zh: '我的', en: 'Me' },
  customers: { zh: '客户', en: 'Customers' },
  requests: { zh: '申请', en: 'Requests' },
  products: { zh: '商品', en: 'Products' },
  prices: { zh: '价目', en: 'Prices' },
  imports: { zh: '导入', en: 'Imports' },
  people: { zh: '员工', en: 'Staff' },
  theme: { zh: '明暗', en: 'Theme' },
  themeAuto: { zh: '跟随系统', en: 'As the system' },
  themeLight: { zh: '浅色', en: 'Light' },
  themeDark: { zh: '深色', en: 'Dark' },
  language: { zh: '语言', en: 'Language' },
  offline: {
    zh: '网络断开了。可以继续填，内容先存在这台设备上。',
    en: 'You are offline. Go on typing: it is kept on this device.',
  },
  noScript: { zh: '这个页面需要打开 JavaScript。', en: 'This page needs JavaScript.' },
  loading: { zh: '正在读取……', en: 'Loading…' },
  tryAgain: { zh: '重试', en: 'Try again' },
  couldNotLoad: { zh: '没有读取成功', en: 'This could not be loaded' },
  noAnswer: {
    zh: '没有连上服务器，请检查网络后重试。',
    en: 'The server could not be reached. Check the connection and try again.',
  },
  more: { zh: '再看更多', en: 'Load more' },
  cancel: { zh: '不了', en: 'No, go back' },
  notFoundTitle: { zh: '没有这个页面', en: 'There is no such page' },
  notFoundText: {
    zh: '地址可能写错了，或者页面已经搬走。',
    en: 'The address may be mistyped, or the page has moved.',
  },
  backHome: { zh: '回到首页', en: 'Back to the home page' },
} as const satisfies Texts
