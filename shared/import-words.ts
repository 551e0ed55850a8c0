/** What a file may bring, in the order in which files build on each other. */
export const importKinds = ['customers', 'products', 'prices', 'limits', 'balances', 'orders'] as const
export type ImportKind = (typeof importKinds)[number]

/** Where an import may stand. */
export const importStateNames = [
  'waiting',
  'read',
  'previewing',
  'previewed',
  'applying',
  'applied',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStateNames)[number]
