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

/** What files may be, in and out. */
export const fileFormats = ['csv', 'xlsx'] as const
export type FileFormat = (typeof fileFormats)[number]

/** What text files may be written in. */
export const fileEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const

/** What may stand between the cells of a text file. */
export const fileSeparators = [',', ';', '\t'] as const
