import type { Text } from '../languages.ts'

/** What the product says of itself, by template: a subject, a text, and a shorter one for SMS where that pays. */
export const messageTexts = {
  invitation: {
    subject: { zh: '{shop} 邀请您使用订货平台', en: '{shop} invites you to the dealer portal' },
    text: {
      zh: '您已可以代表“{shop}”使用订货平台。用这个号码或邮箱登录：{link}',
      en: 'You may now use the dealer portal for {shop}. Sign in with this number or mail address: {link}',
    },
  },
  'order-on-behalf': {
    subject: { zh: '已代您下单 {number}', en: 'Order {number} was placed for you' },
    text: {
      zh: '工作人员已代“{shop}”下单 {number}，{lines} 行，合计 {total}。{cut}如有不对，请在 {until} 前提出异议：{link}',
      en: 'Our staff placed order {number} for {shop}: {lines} lines, {total}. {cut}If this is not right, object before {until}: {link}',
    },
  },
  'order-changed-on-behalf': {
    subject: { zh: '已代您改订单 {number}', en: 'Order {number} was changed for you' },
    text: {
      zh: '工作人员改了“{shop}”的订单 {number}，现在合计 {total}。{changes}如有不对，请在 {until} 前提出异议：{link}',
      en: 'Our staff changed order {number} of {shop}; it now comes to {total}. {changes}If this is not right, object before {until}: {link}',
    },
  },
  'order-cancelled-on-behalf': {
    subject: { zh: '已代您取消订单 {number}', en: 'Order {number} was cancelled for you' },
    text: {
      zh: '工作人员取消了“{shop}”的订单 {number}（{total}）。如有不对，请在 {until} 前提出异议：{link}',
      en: 'Our staff cancelled order {number} of {shop} ({total}). If this is not right, object before {until}: {link}',
    },
  },
  'order-corrected': {
    subject: { zh: '订单 {number} 已更正', en: 'Order {number} was corrected' },
    text: {
      zh: '工作人员更正了“{shop}”的订单 {number}，现在合计 {total}。原因：{reason}',
      en: 'Our staff corrected order {number} of {shop}; it now comes to {total}. Reason: {reason}',
    },
  },
  'objection-settled': {
    subject: { zh: '订单 {number} 的异议有答复', en: 'An answer to your objection to order {number}' },
    text: {
      zh: '“{shop}”对订单 {number} 的异议已处理：{answer}',
      en: 'The objection of {shop} to order {number} is settled: {answer}',
    },
  },
  'order-confirmed': {
    subject: { zh: '订单 {number} 已确认', en: 'Order {number} is confirmed' },
    text: {
      zh: '“{shop}”的订单 {number} 已确认，合计 {total}。',
      en: 'Order {number} of {shop} is confirmed, {total} in total.',
    },
  },
  'order-awaiting-funds': {
    subject: { zh: '订单 {number} 余额不足', en: 'Order {number} lacks funds' },
    text: {
      zh: '“{shop}”的订单 {number} 还差 {missing}，请在 {until} 前存入，否则订单作废。',
      en: 'Order {number} of {shop} lacks {missing}. Pay it in before {until}, or the order lapses.',
    },
  },
  'order-lapsed': {
    subject: { zh: '订单 {number} 已作废', en: 'Order {number} has lapsed' },
    text: {
      zh: '“{shop}”的订单 {number}（{total}）因余额不足已作废，货源已退回。',
      en: 'Order {number} of {shop} ({total}) has lapsed for lack of funds; its goods went back.',
    },
  },
  'draft-reminder': {
    subject: { zh: '订货窗口将在 {closes} 关闭', en: 'The order window closes at {closes}' },
    text: {
      zh: '“{shop}”的草稿还没有提交。{closes} 以后就不能订了。',
      en: 'The draft of {shop} is not placed yet. After {closes} it can no longer be placed.',
    },
  },
  'standing-reminder': {
    subject: { zh: '{closes} 将自动提交您的草稿', en: 'Your draft is placed by itself at {closes}' },
    text: {
      zh: '“{shop}”的草稿将在 {closes} 自动提交。要改请在那之前改好。',
      en: 'The draft of {shop} is placed by itself at {closes}. Change it before then if you need to.',
    },
  },
  'window-reminder': {
    subject: { zh: '订货窗口将在 {closes} 关闭', en: 'The order window closes at {closes}' },
    text: {
      zh: '“{shop}”在这个窗口还没有订单。{closes} 截止，要订请在那之前提交。',
      en: '{shop} has no order in this window yet. It closes at {closes}; order before then if you need goods.',
    },
  },
  'standing-refused': {
    subject: { zh: '草稿没有自动提交', en: 'Your draft was not placed' },
    text: {
      zh: '“{shop}”的草稿在截止时没有通过检查，本次没有订单。请联系我们。',
      en: 'The draft of {shop} did not pass the checks at the cut-off, so there is no order. Please contact us.',
    },
  },
  'shop-held': {
    subject: { zh: '{shop} 暂停订货', en: 'Ordering is on hold for {shop}' },
    text: {
      zh: '“{shop}”暂停订货：{reason}有疑问请打 {phone}。草稿会留着，恢复后再通知您。',
      en: 'Ordering is on hold for {shop}: {reason} Call {phone} about it. The draft is kept, and you are told once you can order again.',
    },
  },
  'shop-released': {
    subject: { zh: '{shop} 可以订货了', en: '{shop} can order again' },
    text: {
      zh: '“{shop}”恢复订货，订货窗口开放时就可以下单。',
      en: 'The hold on {shop} is over: it can order whenever its window is open.',
    },
  },
  'cycle-changed': {
    subject: { zh: '订货时间有变动', en: 'The order window has changed' },
    text: {
      zh: '“{shop}”{day}的订货（原 {was} 截止）改为 {opens} 至 {closes}。{reason}',
      en: 'The window of {shop} for {day} (it closed {was}) is now {opens} to {closes}. {reason}',
    },
  },
  'cycle-rolled': {
    subject: { zh: '{closes} 截止的订货顺延了', en: 'The window until {closes} is put off' },
    text: {
      zh: '“{shop}”原定 {closes} 截止的订货取消，请在下一个订货窗口下单。{reason}',
      en: 'The order window of {shop} until {closes} is off. Please order in the next one. {reason}',
    },
  },
  'request-approved': {
    subject: { zh: '{shop} 的申请通过了', en: 'Your request for {shop} is approved' },
    text: {
      zh: '“{shop}”申请的资料变更已通过，现已生效。',
      en: 'The change you asked for at {shop} is approved and in force.',
    },
  },
  'request-refused': {
    subject: { zh: '{shop} 的申请没有通过', en: 'Your request for {shop} was not approved' },
    text: {
      zh: '“{shop}”申请的资料变更没有通过：{reason}',
      en: 'The change you asked for at {shop} was not approved: {reason}',
    },
  },
  'approval-asked': {
    subject: { zh: '{shop} 有订单等您同意', en: 'An order of {shop} waits for your approval' },
    text: {
      zh: '“{shop}”的订货员备好了一张 {total} 的订单，等您同意后才会提交。',
      en: 'A buyer of {shop} prepared an order of {total}. It is placed once you approve it.',
    },
  },
  'approval-given': {
    subject: { zh: '店主已同意订单', en: 'The owner approved the order' },
    text: {
      zh: '“{shop}”的店主同意了 {total} 的订单。',
      en: 'The owner of {shop} approved the order of {total}.',
    },
  },
  'approval-refused': {
    subject: { zh: '店主没有同意订单', en: 'The owner did not approve the order' },
    text: {
      zh: '“{shop}”的店主没有同意 {total} 的订单：{reason}',
      en: 'The owner of {shop} did not approve the order of {total}: {reason}',
    },
  },
  'approval-lapsed': {
    subject: { zh: '订单没来得及同意', en: 'The order was not approved in time' },
    text: {
      zh: '“{shop}”的订货窗口已关闭，{total} 的订单没有等到店主同意，本次没有提交。',
      en: 'The order window of {shop} closed before the owner approved the order of {total}; it was not placed.',
    },
  },
  'import-previewed': {
    subject: { zh: '{file} 预览好了', en: 'The preview of {file} is ready' },
    text: {
      zh: '“{file}”预览好了：新增 {new} 行，更新 {changed} 行，拒绝 {refused} 行。看过再确认，确认之前什么都不改动。',
      en: 'The preview of “{file}” is ready: {new} new, {changed} changed, {refused} refused. Look at it and confirm; nothing changes before.',
    },
  },
  'import-applied': {
    subject: { zh: '{file} 导入好了', en: '{file} is imported' },
    text: {
      zh: '“{file}”导入好了：新增 {new} 行，更新 {changed} 行，{refused} 行被拒绝。',
      en: '“{file}” is imported: {new} new, {changed} changed, {refused} refused.',
    },
  },
  'import-failed': {
    subject: { zh: '{file} 没有做完', en: '{file} came to nothing' },
    text: { zh: '“{file}”没有做完：{reason}{next}', en: '“{file}” was not finished: {reason} {next}' },
  },
  'import-undone': {
    subject: { zh: '{file} 的导入撤销了', en: 'The import of {file} is taken back' },
    text: {
      zh: '“{file}”的导入已经撤销，记录回到导入之前。',
      en: 'The import of “{file}” is taken back; its records are as they were before.',
    },
  },
  digest: {
    subject: { zh: '今天有 {count} 条消息', en: '{count} messages of today' },
    text: { zh: '{list}', en: '{list}' },
  },
} as const satisfies Record<string, { subject: Text; text: Text; sms?: Text }>
