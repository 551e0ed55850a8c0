/** What a change did to each field it touched; null where a field was not there. */
export type FieldChanges = Record<string, { from: unknown; to: unknown }>
