import { useState } from 'react'
import type { OrderDetails } from '#shared/orders'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { useSay } from '../../../components/language-context.ts'
import type { WaysToFillProps } from './fill/WaysToFill.tsx'
import type { LateParts } from './use-late-parts.ts'

type SheetHeadProps = Omit<WaysToFillProps, 'isChange'> & {
  change: OrderDetails | undefined
  whole: readonly string[]
  late: LateParts | undefined
}

/** What this page orders for and until when; what else it can do stands beside it, or on a phone behind one button. */
export function SheetHead({ change, whole, late, ...ways }: SheetHeadProps) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  const { cycle, company } = ways.assortment
  const title = company.oneOrderACycle ? texts.title : texts.titleDaily
  return (
    <header className="sheet-head">
      <h1>{change ? t(texts.titleChange, { number: change.number }) : t(title)}</h1>
      <button
        type="button"
        className="quiet only-phone"
        aria-expanded={isOpen}
        aria-controls="sheet-ways"
        onClick={() => setOpen(!isOpen)}
      >
        {t(texts.ways)}
      </button>
      <div id="sheet-ways" className={isOpen ? 'sheet-ways is-open' : 'sheet-ways'}>
        {late && <late.WaysToFill {...ways} isChange={change !== undefined} />}
      </div>
      {late && <late.HeadNotices hasCycle={cycle !== undefined} mayOrder={ways.mayOrder} whole={whole} />}
    </header>
  )
}
