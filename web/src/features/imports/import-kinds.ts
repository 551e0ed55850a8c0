import type { ImportKind } from '#shared/imports'

export type { ImportKind }

// Written again here, for the schema file would bring zod into the page; the type keeps both alike.
const kinds: Readonly<Record<ImportKind, true>> = {
  customers: true,
  products: true,
  prices: true,
  limits: true,
}

/** What can be imported, in the order in which files build on each other. */
export const importKinds = Object.keys(kinds).filter((kind): kind is ImportKind => kind in kinds)
