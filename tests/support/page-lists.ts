/** The pages of a dealer, below the language. */
export const dealerPages = [
  '',
  'order/',
  'orders/',
  'orders/view/',
  'approvals/view/',
  'me/',
  'me/change/',
  'me/calendar/',
  'me/messages/',
  'messages/',
] as const

/** Pages that are for reading alone. */
export const readingPages = ['sign-in/', 'service/', '404/', 'offline/'] as const
