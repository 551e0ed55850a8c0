import { formTexts } from '#shared/texts/forms'
import { productFieldTexts as fields, productTexts as texts } from '#shared/texts/products'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import type { ProductFormPart } from './product-form-part.ts'

type Pack = NonNullable<ProductFormPart['form']['fields']['packs']>[number]

const MOST_PACKS = 4
const USUAL_HOLDING = 10

/** The unit chain of a product: the unit on sale, and the larger ones with how many of the one below each holds. */
export function PackFields({ form: { fields: record, set, errorOf } }: ProductFormPart) {
  const { t, language } = useSay()
  const { unit, packs = [] } = record
  const change = (at: number, changes: Partial<Pack>) =>
    set({ packs: packs.map((pack, each) => (each === at ? { ...pack, ...changes } : pack)) })
  return (
    <fieldset className="cards">
      <legend className="font-semibold">{t(texts.unitChain)}</legend>
      <p className="facts">{t(texts.chainHint)}</p>
      <div className="fields">
        <TextField
          label={t(fields.unit)}
          value={unit.zh}
          isRequired
          onChange={(zh) => set({ unit: { ...unit, zh } })}
        />
        <TextField
          label={t(fields.unitEn)}
          value={unit.en}
          isRequired
          onChange={(en) => set({ unit: { ...unit, en } })}
        />
      </div>
      {packs.map((pack, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps of a chain have no name but their place
        <div key={at} className="fields">
          <TextField
            label={t(texts.packName, { step: at + 2 })}
            value={pack.unit.zh}
            isRequired
            onChange={(zh) => change(at, { unit: { ...pack.unit, zh } })}
          />
          <TextField
            label={t(texts.packNameEn)}
            value={pack.unit.en}
            isRequired
            onChange={(en) => change(at, { unit: { ...pack.unit, en } })}
          />
          <TextField
            label={t(texts.packHolds, { unit: (packs[at - 1]?.unit ?? unit)[language] })}
            type="number"
            value={String(pack.contains)}
            error={errorOf(`packs.${at}.contains`)}
            onChange={(text) => change(at, { contains: Number(text) })}
          />
          <TextField
            label={t(texts.packBarcode)}
            isOptional
            value={pack.barcode}
            error={errorOf(`packs.${at}.barcode`)}
            onChange={(barcode) => change(at, { barcode: barcode || undefined })}
          />
        </div>
      ))}
      <div className="actions">
        {packs.length < MOST_PACKS && (
          <button
            type="button"
            className="link"
            onClick={() => set({ packs: [...packs, { unit: { zh: '', en: '' }, contains: USUAL_HOLDING }] })}
          >
            ＋ {t(formTexts.add)}
          </button>
        )}
        {packs.length > 0 && (
          <button type="button" className="link" onClick={() => set({ packs: packs.slice(0, -1) })}>
            － {t(formTexts.remove)}
          </button>
        )}
      </div>
    </fieldset>
  )
}
