import { calendarTexts } from '#shared/texts/calendar'
import { orderSideTexts as texts } from '#shared/texts/order-side'
import { useSay } from '../../../components/language-context.ts'

type HeadNoticesProps = { hasCycle: boolean; mayOrder: boolean; whole: readonly string[] }

/** Why nothing can be ordered here, and what is wrong with the order as a whole. */
export function HeadNotices({ hasCycle, mayOrder, whole }: HeadNoticesProps) {
  const { t } = useSay()
  return (
    <>
      {!hasCycle && <p className="notice w-full">{t(calendarTexts.noWindow)}</p>}
      {!mayOrder && <p className="notice w-full">{t(texts.readOnly)}</p>}
      {whole.length > 0 && (
        <p className="notice bad w-full" role="alert">
          {whole.join(' ')}
        </p>
      )}
    </>
  )
}
