import { orderMendTexts as texts } from '#shared/texts/order-mend'
import { useSay } from '../../../components/language-context.ts'
import { SheetDialog } from './SheetDialog.tsx'

/** Stands in for a dialog whose script did not come: there is no network, or a newer release took its place. */
export function NotLoaded({ onClose }: { onClose: () => void }) {
  const { t } = useSay()
  return (
    <SheetDialog heading={t(texts.notLoaded)} onClose={onClose}>
      <p>{t(texts.notLoadedText)}</p>
      <button type="button" className="quiet" onClick={() => location.reload()}>
        {t(texts.openAgain)}
      </button>
    </SheetDialog>
  )
}
