import type { Texts } from '../languages.ts'

/** Order cycles and the time left. */
export const calendarTexts = {
  weekly: { zh: '{weekday}批次', en: '{weekday} batch' },
  even: { zh: '双周{weekday}批次', en: 'Even-week {weekday} batch' },
  odd: { zh: '单周{weekday}批次', en: 'Odd-week {weekday} batch' },
  daily: { zh: '每日批次', en: 'Daily batch' },
  left: { zh: '还剩 {time}', en: '{time} left' },
  days: { zh: '{days} 天 {time}', en: '{days} {days|day|days} {time}' },
  hours: { zh: '{hours} 小时 {minutes} 分', en: '{hours} h {minutes} min' },
  minutes: { zh: '{minutes} 分', en: '{minutes} min' },
  over: { zh: '已截止', en: 'Closed' },
  toCutOff: { zh: '距截止', en: 'Until the cut-off' },
  toOpening: { zh: '距开放', en: 'Until it opens' },
  opensIn: { zh: '离开放还有 {time}', en: 'Opens in {time}' },
  closes: {
    zh: '{batch} · {time} 截止，按服务器时间',
    en: "{batch} · closes {time}, by the server's clock",
  },
  noWindow: { zh: '现在没有开放的订货窗口。', en: 'No order window is open now.' },
  opens: { zh: '{time} 开放。', en: 'It opens {time}.' },
} as const satisfies Texts
