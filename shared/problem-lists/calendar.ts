/** What can be wrong with order cycles and the order plan. */
export const calendarProblems = {
  'calendar.cycle_not_found': { status: 404, zh: '没有这个订货周期。', en: 'There is no such order cycle.' },
  'calendar.cycle_over': {
    status: 409,
    zh: '这个周期已于 {closesAt} 截止，不能再改。请改下一个周期。',
    en: 'This cycle closed at {closesAt} and cannot be changed. Change the next one.',
  },
  'calendar.cycle_open': {
    status: 409,
    zh: '窗口已开放或即将开放，只能推迟截止，现在的截止是 {closesAt}。',
    en: 'The window is open or about to open: it can only close later than {closesAt}.',
  },
  'calendar.too_late': {
    status: 422,
    zh: '开放时间至少要在 {minutes} 分钟以后，好让店铺先得到通知。',
    en: 'Let it open at least {minutes} minutes from now, so that the shops hear of it first.',
  },
  'calendar.window_empty': {
    status: 422,
    zh: '截止要晚于开放，请改其中一个时间。',
    en: 'A window closes after it opens. Change one of the times.',
  },
  'calendar.moved_too_far': {
    status: 422,
    zh: '最多移动 {days} 天，请选近一些的日子。',
    en: 'A cycle moves by {days} days at most. Choose a nearer day.',
  },
  'calendar.after_order_day': {
    status: 422,
    zh: '截止不能晚于订单日 {day}，请选这一天结束以前的时间。',
    en: 'A window closes no later than its order day, {day}. Choose a time before that day ends.',
  },
  'calendar.order_of_closes': {
    status: 422,
    zh: '同一批次的周期要按先后截止，请先改前一个或后一个周期。',
    en: 'Cycles of a batch close one after the other. Change the one before or after it first.',
  },
  'calendar.plan_collides': {
    status: 422,
    zh: '按这个计划，“{name}”在 {day} 的窗口与前一个冲突或为空，请改时间或移动。',
    en: 'By this plan the window of {name} on {day} is empty or meets the one before. Change its times or moves.',
  },
  'calendar.batch_repeated': {
    status: 422,
    zh: '编码为 {batch} 的批次出现了两次，请删去一个。',
    en: 'The code {batch} stands for two batches. Remove one of them.',
  },
  'calendar.batch_in_use': {
    status: 409,
    zh: '“{name}”还有 {count} 家店铺，请先在“客户”里把它们换到别的批次，再去掉这个批次。',
    en: 'Shops still belong to {name}: {count}. Move them to another batch under Customers first, then remove it.',
  },
} as const
