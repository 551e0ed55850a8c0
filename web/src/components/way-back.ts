/** Where one goes from a page whose thing is not there: to the list it would stand in, else home. Approvals have no list.
 * @example wayBack('/en/staff/customers/cus_1/').href // '/en/staff/customers/' */
export function wayBack(path: string): { href: string; isList: boolean } {
  const [, language = '', ...parts] = path.split('/')
  const at = parts.findIndex((part) => /^[a-z]{3}_/.test(part))
  const isList = at > 0 && parts[0] !== 'approvals'
  return { href: `/${[language, ...(isList ? parts.slice(0, at) : [])].join('/')}/`, isList }
}

/** The same page for all units that one has, where its address names one; undefined where it names none.
 * @example withoutUnit('/zh/orders/', '?unitPath=hq&state=placed') // '/zh/orders/?state=placed' */
export function withoutUnit(path: string, search: string): string | undefined {
  const asked = new URLSearchParams(search)
  if (!asked.has('unitPath')) return undefined
  asked.delete('unitPath')
  return asked.size > 0 ? `${path}?${asked}` : path
}
