import { wordingTexts as texts } from '#shared/texts/wording'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { useDeed } from '../../components/use-deed.ts'

type ResetWordingProps = { reset: () => Promise<void>; isChanged: boolean }

/** Takes the product's own words back, after asking. */
export function ResetWording({ reset, isChanged }: ResetWordingProps) {
  const { t } = useSay()
  const resetting = useDeed(reset)
  return (
    <>
      <button type="button" className="quiet mt-4" onClick={resetting.open}>
        {t(texts.reset)}
      </button>
      <AskDialog {...resetting.asked} heading={t(texts.reset)} action={t(texts.publish)}>
        <p>{t(texts.resetText)}</p>
        {isChanged && <p className="mt-2">{t(texts.resetDrops)}</p>}
      </AskDialog>
    </>
  )
}
