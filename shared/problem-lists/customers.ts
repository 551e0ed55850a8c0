/** Problems with customers, their people and what they ask to be changed. */
export const customerProblems = {
  'identity.address_taken': {
    status: 409,
    zh: '这个手机号或邮箱属于另一个人。',
    en: 'This phone number or mail address belongs to someone else.',
  },
  'identity.contact_not_found': { status: 404, zh: '没有这个联系人。', en: 'There is no such contact.' },
  'identity.person_not_found': { status: 404, zh: '没有这个人。', en: 'There is no such person.' },
  'identity.person_signs_in': {
    status: 409,
    zh: '这个人能自己登录，姓名和号码不能由别人修改。',
    en: 'This person signs in themselves; others do not change their name and addresses.',
  },
  'accounts.minimum_forbidden': {
    status: 422,
    zh: '供应类商品只能限量，不能设起订额。请把各项起订额设为 0。',
    en: 'Supplied goods may have a ceiling and no floor: an order minimum is not allowed. Set every amount to 0.',
  },
  'accounts.grade_ahead': {
    status: 422,
    zh: '档位或等级最晚从今天（{today}）起算。',
    en: 'A grade or class counts from today ({today}) at the latest.',
  },
  'requests.request_not_found': { status: 404, zh: '没有这个申请。', en: 'There is no such request.' },
  'requests.already_open': {
    status: 409,
    zh: '同类申请还在等待处理，请先等结果或撤回。',
    en: 'A request of this kind is still open. Wait for the decision or withdraw it.',
  },
  'requests.already_decided': {
    status: 409,
    zh: '这个申请已经处理过了，刷新就能看到结果。',
    en: 'This request has been dealt with already. Reload to see the outcome.',
  },
  'requests.file_missing': {
    status: 409,
    zh: '证照图片还没有上传。',
    en: 'The picture of the licence has not been uploaded yet.',
  },
  'requests.file_unfit': {
    status: 422,
    zh: '请上传 {mostMegabytes} MB 以内的 JPEG、PNG 图片或 PDF 文件。',
    en: 'Upload a JPEG, a PNG or a PDF of at most {mostMegabytes} MB.',
  },
} as const
