/** What may be worth a look: the same basket in several shops, several shops at one address, a change in the last minutes,
 * far more or less than before. */
export const oddityKinds = ['identical', 'device', 'late', 'swing'] as const
export type OddityKind = (typeof oddityKinds)[number]

/** What came of a look. */
export const oddityStates = ['fine', 'to-follow'] as const
