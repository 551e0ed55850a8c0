/** Which columns a heading names, and the unit, if any, that it says for the quantity. */
export type Columns = { names: number[]; quantity?: number; unitColumn?: number; unit: string }

const ordered =
  /^(订(货|购|单)?(数量?|量)|(要|进|订)货(数量?|量)|采购(数量?|量)|本次(数量|订)|order(ed)? ?(qty|quantity)|qty ordered)/i
const quantityHeads = /^(数量|件数|条数|箱数|盒数|qty|quantity|count|amount ordered|pcs)/i
const unitHeads = /^(计量|销售|订货|包装)?单位$|^(unit|units|uom|sold by|unit of measure)$/i
const nameHeads =
  /(品规|品名|名称|商品|产品|货品|货号|编码|代码|编号|条码|条形码|型号|sku|code|name|product|item|barcode|gtin)/i
const LONGEST_ALONE = 8

/** True for the cells of a heading that names at least so many columns. */
export function isHeading(cells: readonly string[], least = 1): boolean {
  const heads = cells.filter((cell) => isQuantity(cell) || nameHeads.test(cell))
  if (heads.length < least || cells.some((cell) => /\d/.test(cell))) return false
  return cells.length > 1 || isQuantity(cells[0] ?? '') || (cells[0]?.length ?? 0) <= LONGEST_ALONE
}

/** Which columns a heading names; undefined when the cells are none. A column of what is ordered goes before any other
 * quantity, as what is in stock. */
export function columnsOf(cells: readonly string[], units: ReadonlySet<string>): Columns | undefined {
  if (!isHeading(cells)) return undefined
  const names = cells.flatMap((cell, at) => (nameHeads.test(cell) && !isQuantity(cell) ? [at] : []))
  const told = cells.findIndex((cell) => ordered.test(cell))
  const quantity = told >= 0 ? told : cells.findIndex((cell) => quantityHeads.test(cell))
  const unitColumn = cells.findLastIndex((cell) => unitHeads.test(cell))
  const head = cells[quantity] ?? ''
  const said = /[（(]\s*(\p{L}{1,8})\s*[)）]/u.exec(head)?.[1]
  const counted = /^([条件箱盒])数/.exec(head)?.[1] ?? ''
  const unit = said ?? (units.has(counted) ? counted : '')
  return { names, unit, ...(quantity >= 0 && { quantity }), ...(unitColumn >= 0 && { unitColumn }) }
}

function isQuantity(cell: string): boolean {
  return ordered.test(cell) || quantityHeads.test(cell)
}
