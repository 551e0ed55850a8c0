import { formatMoney } from '#shared/money'
import { orderSideTexts as texts } from '#shared/texts/order-side'
import { useSay } from '../../../../components/language-context.ts'
import type { DraftState } from '../draft/draft-keeper.ts'
import type { Written } from '../draft/quantities.ts'
import type { SheetAssortment } from '../sheet-items.ts'

type SideMoneyProps = { assortment: SheetAssortment; total: number }

/** What a wide window has room for beside the total: the money that is there, and what stays of it. */
export function SideMoney({ assortment: { available, company }, total }: SideMoneyProps) {
  const { t, language } = useSay()
  if (available === undefined) return null
  const money = (amount: number) => formatMoney(amount, company.currency, language)
  return (
    <dl className="side-facts facts only-wide">
      <dt>{t(texts.available)}</dt>
      <dd>{money(available)}</dd>
      <dt>{t(texts.remains)}</dt>
      <dd>{money(available - total)}</dd>
    </dl>
  )
}

/** The money that is there, in the bar of a phone. */
export function MoneyAside({ assortment: { available, company } }: Pick<SideMoneyProps, 'assortment'>) {
  const { t, language } = useSay()
  if (available === undefined) return null
  const money = formatMoney(available, company.currency, language)
  return <span className="only-phone">{t(texts.availableShort, { money })}</span>
}

/** What is written on the order as a whole, and the way to it. */
export function SideDetails({ written, onDetails }: { written: Written; onDetails: () => void }) {
  const { t } = useSay()
  const said = [written.ownNumber, written.note].filter(Boolean).join(' · ')
  return (
    <button type="button" className="side-details only-wide" onClick={onDetails}>
      {said || t(texts.details)}
    </button>
  )
}

/** Where the draft is, and the keys that do it all. */
export function SideFoot({ saving }: Pick<DraftState, 'saving'>) {
  const { t } = useSay()
  return (
    <>
      {saving !== 'signed-out' && (
        <p className="facts only-wide" role="status">
          {t(
            saving === 'saved' ? texts.draftSaved : saving === 'saving' ? texts.draftSaving : texts.draftHere,
          )}
        </p>
      )}
      <p className="facts only-wide side-keys">{t(texts.keys)}</p>
    </>
  )
}
