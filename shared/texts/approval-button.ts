import type { Texts } from '../languages.ts'

/** What the order page says on its button when the owner decides; it is all that the page loads of approvals. */
export const approvalButtonTexts = {
  submit: { zh: '提交给店主同意', en: 'Submit for approval' },
} as const satisfies Texts
