import type { Texts } from '../languages.ts'

/** The coming order windows of a shop. */
export const ownCalendarTexts = {
  title: { zh: '订货日历', en: 'Order calendar' },
  lead: { zh: '{batch}，按服务器时间', en: "{batch}, by the server's clock" },
  open: { zh: '开放中', en: 'Open now' },
  until: { zh: '{time} 截止', en: 'closes {time}' },
  opens: { zh: '{time} 开放', en: 'opens {time}' },
  moved: { zh: '原定 {day}，已移到这一天', en: 'Moved here from {day}' },
  none: { zh: '还没有排出订货窗口。', en: 'No order window is planned yet.' },
  noneHint: {
    zh: '排出以后会出现在这里；急需请打服务电话。',
    en: 'It appears here once planned. If it is urgent, call us.',
  },
} as const satisfies Texts
