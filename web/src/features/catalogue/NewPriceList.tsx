import { useQueryClient } from '@tanstack/react-query'
import { listLevels } from '#shared/price-rules'
import { formTexts } from '#shared/texts/forms'
import { priceTexts as texts } from '#shared/texts/prices'
import { productFieldTexts } from '#shared/texts/products'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { useDeed } from '../../components/use-deed.ts'
import { priceListsQuery, saveList } from './price-queries.ts'

/** Adds a price list. */
export function NewPriceList() {
  const { t } = useSay()
  const client = useQueryClient()
  const adding = useDeed(
    (data) => {
      const text = (name: string) => String(data.get(name)).trim()
      const level = listLevels.find((each) => each === text('level')) ?? 'class'
      return saveList(text('code'), { name: { zh: text('zh'), en: text('en') || text('zh') }, level })
    },
    () => client.invalidateQueries({ queryKey: priceListsQuery.queryKey }),
  )
  return (
    <>
      <button type="button" className="quiet" onClick={adding.open}>
        {t(texts.addList)}
      </button>
      <AskDialog {...adding.asked} heading={t(texts.addList)} action={t(formTexts.add)}>
        <label className="field">
          <span>{t(texts.listCode)}</span>
          <input name="code" required maxLength={20} pattern="[0-9A-Za-z\-]+" />
        </label>
        <label className="field">
          <span>{t(productFieldTexts.nameZh)}</span>
          <input name="zh" required maxLength={200} />
        </label>
        <label className="field">
          <span>{t(productFieldTexts.nameEn)}</span>
          <input name="en" maxLength={200} />
        </label>
        <label className="field">
          <span>{t(texts.level)}</span>
          <select name="level">
            {listLevels.map((level) => (
              <option key={level} value={level}>
                {t(texts[level])}
              </option>
            ))}
          </select>
        </label>
      </AskDialog>
    </>
  )
}
