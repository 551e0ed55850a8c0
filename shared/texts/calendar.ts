import type { Texts } from '../languages.ts'

/** How people name the batches of shops that order together. */
export const batchTexts = {
  daily: { zh: '每日', en: 'Daily' },
  weekly: { zh: '{weekday}批次', en: '{weekday} batch' },
  even: { zh: '双周{weekday}批次', en: 'Even-week {weekday} batch' },
  odd: { zh: '单周{weekday}批次', en: 'Odd-week {weekday} batch' },
  other: { zh: '{batch} 批次', en: 'Batch {batch}' },
} as const satisfies Texts

/** What the countdown to the end of the order window says. */
export const windowTexts = {
  left: { zh: '还剩 {time}', en: '{time} left' },
  untilCutOff: { zh: '距截止', en: 'Until the cut-off' },
  daysAndHours: { zh: '{days} 天 {hours} 小时', en: '{days} d {hours} h' },
  hoursAndMinutes: { zh: '{hours} 小时 {minutes} 分', en: '{hours} h {minutes} min' },
  minutesOnly: { zh: '{minutes} 分', en: '{minutes} min' },
  over: { zh: '已截止', en: 'Closed' },
  opens: { zh: '{moment} 开放', en: 'Opens {moment}' },
  closesAt: { zh: '{moment} 截止，按服务器时间', en: 'Closes {moment}, by the server’s clock' },
  none: { zh: '现在没有订货窗口', en: 'There is no order window now' },
} as const satisfies Texts
