/** The kinds of messages whose ways a person chooses; invitations always come. */
export const chosenKinds = ['order-reminders', 'order-news', 'account-changes', 'calendar-changes'] as const
