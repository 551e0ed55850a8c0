import type { Approval } from '#shared/approvals'
import type { Language } from '#shared/languages'

type Refused = Pick<Approval, 'judged' | 'products'>

/** What stands against an order that waits, each sentence once, with the products that it is about.
 * @example refusalPoints(approval, 'zh') // ['云岭（硬）、松风（软）：本店现在不能订这个商品，请改为 0。'] */
export function refusalPoints({ judged, products }: Refused, language: Language): string[] {
  const { refusals = [], lines = [] } = judged ?? {}
  const bySentence = Map.groupBy(refusals, ({ message }) => message)
  return [...bySentence].map(([sentence, same]) => {
    const names = same.flatMap(({ path }) => {
      const line = lines[Number(/^lines\.(\d+)/.exec(path)?.[1])]
      return (line && products[line.productId]?.name[language]) ?? []
    })
    if (names.length === 0) return sentence
    return language === 'zh' ? `${names.join('、')}：${sentence}` : `${names.join(', ')}: ${sentence}`
  })
}

/** True when only lines stand against it: the owner can mend them and place the order alone. */
export function areLinesToMend({ judged }: Pick<Approval, 'judged'>): boolean {
  const { refusals = [], standing } = judged ?? {}
  return refusals.length > 0 && !standing && refusals.every(({ path }) => path.startsWith('lines.'))
}
