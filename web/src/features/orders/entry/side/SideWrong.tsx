import { orderSideTexts as texts } from '#shared/texts/order-side'
import { useSay } from '../../../../components/language-context.ts'

type SideWrongProps = { names: readonly string[]; onNext: () => void }

/** Which rows are to be mended, and the way to the next one: it stands where the order would be submitted. */
export function SideWrong({ names, onNext }: SideWrongProps) {
  const { t, language } = useSay()
  const count = names.length
  return (
    <>
      <p className="side-wrong">
        <span className="only-wide">
          {t(texts.wrongNames, { count, names: names.slice(0, 3).join(language === 'zh' ? '、' : ', ') })}
        </span>
        <span className="only-phone">{t(texts.wrongLines, { count })}</span>
      </p>
      <button type="button" className="button" onClick={onNext}>
        <span className="only-wide">{t(texts.goThere)}</span>
        <span className="only-phone">{t(texts.nextWrong)}</span>
      </button>
    </>
  )
}
