import { formatMoney } from '#shared/money'
import { orderMinimumTexts as texts } from '#shared/texts/order-minimum'
import { useSay } from '../../../../components/language-context.ts'
import type { Judgement } from '../send/judge-sheet.ts'
import type { SheetAssortment } from '../sheet-items.ts'

type LeastTotalProps = { assortment: SheetAssortment; judgement: Judgement }

/** How much is missing before the order may be placed; said from the first line on, and before it. */
export function LeastTotal({ assortment: { company, leastTotal = 0 }, judgement }: LeastTotalProps) {
  const { t, language } = useSay()
  const money = (amount: number) => formatMoney(amount, company.currency, language)
  const { lineCount, total } = judgement
  const missing = Math.max(0, leastTotal - total)
  const said = lineCount === 0 ? texts.least : missing > 0 ? texts.missing : texts.reached
  const amount = money(lineCount > 0 && missing > 0 ? missing : leastTotal)
  return (
    <div className="least" data-missing={missing > 0 || undefined}>
      <p role="status">{t(said, { amount })}</p>
      <progress
        className="progress"
        max={leastTotal}
        value={Math.min(total, leastTotal)}
        aria-label={t(texts.least, { amount: money(leastTotal) })}
      />
    </div>
  )
}
