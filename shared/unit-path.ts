/** A unit of the company by its way from the root: short codes joined by `/`, as `hq/53/5301/530102`. */
export type UnitPath = string

/** What a unit path looks like; codes hold no separator of keys. */
export const unitPathPattern = /^[0-9A-Za-z-]{1,20}(\/[0-9A-Za-z-]{1,20}){0,7}$/

/** True when `path` is `subtree` itself or lies under it.
 * @example isWithinUnit('hq/53/5301', 'hq/53') // true; 'hq/530' is not */
export function isWithinUnit(path: UnitPath, subtree: UnitPath): boolean {
  return path === subtree || path.startsWith(`${subtree}/`)
}

/** True when `path` lies in one of the subtrees; the empty one is the whole company. */
export function isWithinUnits(path: UnitPath, subtrees: readonly UnitPath[]): boolean {
  return subtrees.some((subtree) => subtree === '' || isWithinUnit(path, subtree))
}

/** The unit above; undefined for the root. */
export function unitAbove(path: UnitPath): UnitPath | undefined {
  const cut = path.lastIndexOf('/')
  return cut < 0 ? undefined : path.slice(0, cut)
}

/** A unit as one part of an address: its path with `~` for each slash.
 * @example unitNameOf('hq/53/5301') // 'hq~53~5301' */
export function unitNameOf(path: UnitPath): string {
  return path.replaceAll('/', '~')
}

/** The path that a part of an address names. */
export function unitPathOf(name: string): UnitPath {
  return name.replaceAll('~', '/')
}
