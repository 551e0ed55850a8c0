import { formatMoney } from '#shared/money'
import { approvalTexts as texts } from '#shared/texts/approvals'
import { useSay } from '../../components/language-context.ts'
import { formatMoment } from '../../formats.ts'
import type { SheetApproval } from './use-approval.ts'

/** What the order page says to a buyer of limit and approval; nothing to anyone else. */
export function ApprovalNotice({ approval }: { approval: SheetApproval }) {
  const { t, language } = useSay()
  const { spending, raise, isNeeded } = approval
  if (!spending) return null
  const { approval: mode, limit, currency, timeZone } = spending
  const money = (minor: number) => formatMoney(minor, currency, language)
  const facts = limit && {
    left: money(limit.left),
    until: formatMoment(limit.periodEnds, timeZone, language),
    over: money(raise - limit.left),
  }
  const sentence = mode === 'never' ? texts.mineHard : isNeeded ? texts.mineOver : texts.mineLeft
  return (
    <>
      {mode === 'always' && <p className="notice">{t(texts.mineAlways)}</p>}
      {mode !== 'always' && facts && <p className="notice">{t(sentence, facts)}</p>}
    </>
  )
}
