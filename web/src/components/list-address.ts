/** Where a list lies, whatever language it is read in. */
function placeOf(path: string): string {
  return `dianlian.list ${path.replace(/^\/(zh|en)\//, '/')}`
}

/** Remembers for this tab how the list of a page is narrowed; a browser that keeps nothing is no error. */
export function rememberList({ pathname, search }: { pathname: string; search: string }): void {
  try {
    sessionStorage.setItem(placeOf(pathname), search)
  } catch {}
}

/** The address of a list as this tab saw it last, so that the way back leads to the same rows.
 * @example addressOfList('/zh/staff/customers/') // '/zh/staff/customers/?text=xwb' */
export function addressOfList(path: string): string {
  try {
    return `${path}${sessionStorage.getItem(placeOf(path)) ?? ''}`
  } catch {
    return path
  }
}
