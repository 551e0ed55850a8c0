/** What can be wrong with what is worth a look. */
export const oddityProblems = {
  'oddities.oddity_not_found': {
    status: 404,
    zh: '这家店在这个周期没有要看的地方。',
    en: 'Nothing of this shop is worth a look in this cycle.',
  },
} as const
