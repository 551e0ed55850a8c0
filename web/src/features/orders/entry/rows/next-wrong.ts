import type { ProductId } from '#shared/ids'

/** The wrong row behind `from`. When that one has been mended, the one that came behind it `before`. */
export function nextWrong(
  wrong: readonly ProductId[],
  from: ProductId | undefined,
  before: readonly ProductId[],
): ProductId | undefined {
  if (from === undefined) return wrong[0]
  const at = wrong.indexOf(from)
  if (at >= 0) return wrong[(at + 1) % wrong.length]
  const behind = before.slice(before.indexOf(from) + 1)
  return behind.find((productId) => wrong.includes(productId)) ?? wrong[0]
}
