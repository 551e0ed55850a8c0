import type { Unit } from '#shared/accounts'
import { companyTexts as texts } from '#shared/texts/company'
import { formTexts } from '#shared/texts/forms'
import { useSay } from '../../components/language-context.ts'

/** What a unit is called; a new one gets its code as well. */
export function UnitFields({ unit }: { unit: Unit | undefined }) {
  const { t } = useSay()
  return (
    <>
      {!unit && (
        <label className="field">
          <span>
            {t(texts.code)} · {t(texts.codeHint)}
          </span>
          <input name="code" required maxLength={20} pattern="[0-9A-Za-z\-]+" />
        </label>
      )}
      <label className="field">
        <span>{t(texts.nameZh)}</span>
        <input name="zh" required maxLength={60} defaultValue={unit?.name.zh} />
      </label>
      <label className="field">
        <span>
          {t(texts.nameEn)} · {t(formTexts.optional)}
        </span>
        <input name="en" maxLength={60} defaultValue={unit?.name.en} />
      </label>
      <label className="field">
        <span>
          {t(texts.levelZh)} · {t(texts.levelHint)} · {t(formTexts.optional)}
        </span>
        <input name="levelZh" maxLength={60} defaultValue={unit?.levelName?.zh} />
      </label>
      <label className="field">
        <span>
          {t(texts.levelEn)} · {t(formTexts.optional)}
        </span>
        <input name="levelEn" maxLength={60} defaultValue={unit?.levelName?.en} />
      </label>
    </>
  )
}
