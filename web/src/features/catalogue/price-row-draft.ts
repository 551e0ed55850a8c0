import type { PriceRowField } from '#shared/prices'

/** A step of a price while it is typed: without a price it says nothing yet. */
export type Break = { atLeast: number; price: number | undefined }

/** What a list or an agreement says of a product, while it is typed. */
export type PriceRowDraft = Omit<PriceRowField, 'breaks'> & { breaks: readonly Break[] }

/** A row as a form begins with it. */
export function draftOfRow(row: PriceRowField | undefined): PriceRowDraft {
  return { ...row, breaks: row?.breaks ?? [{ atLeast: 1, price: undefined }] }
}

/** A draft as it is sent: steps without a price are left out. */
export function rowOfDraft({ from, until, minimum, multiple, breaks }: PriceRowDraft): PriceRowField {
  const given = breaks.flatMap(({ atLeast, price }) => (price === undefined ? [] : [{ atLeast, price }]))
  return { from, until, minimum, multiple, ...(given.length > 0 && { breaks: given }) }
}
