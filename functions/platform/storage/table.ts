// The one table and its indexes by name: CDK and the embedded database are built from this list.

/** Generic indexes; each projects one attribute. What an index holds is said by the access patterns that name it. */
export const indexes = {
  gsi1: { partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
  gsi2: { partitionKey: 'gsi2pk', sortKey: 'gsi2sk' },
} as const

export type IndexName = keyof typeof indexes

export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** The only attribute that indexes carry besides keys. */
  projected: 'card',
  /** Epoch seconds after which an item no longer counts; readers filter, the database deletes late. */
  expiry: 'expires',
  indexes,
} as const
