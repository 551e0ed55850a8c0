/** The button that takes what cannot be ordered any more out of the draft. */
export const LEAVE_OUT_ID = 'leave-out'
