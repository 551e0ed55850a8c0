import { customerKinds } from '#shared/accounts'
import { customerFieldTexts, customerKindTexts } from '#shared/texts/customer-fields'
import { listTexts } from '#shared/texts/lists'
import { productTexts as texts } from '#shared/texts/products'
import { ChoiceField, TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { UnitSelect } from '../accounts/UnitSelect.tsx'
import type { ProductFormPart } from './product-form-part.ts'

type Audience = NonNullable<ProductFormPart['form']['fields']['audience']>

/** Whom a product is meant for; what is left empty narrows nothing. */
export function AudienceFields({ form: { fields, set } }: ProductFormPart) {
  const { t } = useSay()
  const { audience = {} } = fields
  const { grades } = audience
  const change = (changes: Partial<Audience>) => {
    const kept = Object.entries({ ...audience, ...changes }).filter(([, value]) => value !== undefined)
    set({ audience: Object.fromEntries(kept) })
  }
  const [kind] = audience.kinds ?? []
  return (
    <fieldset className="cards">
      <legend className="font-semibold">{t(texts.audience)}</legend>
      <p className="facts">{t(texts.everyone)}</p>
      <div className="fields">
        <UnitSelect
          label={t(texts.units)}
          value={audience.units?.[0] ?? ''}
          onChange={(path) => change({ units: path ? [path] : undefined })}
        />
        <ChoiceField
          label={t(customerFieldTexts.kind)}
          none={t(listTexts.all)}
          value={kind}
          options={customerKinds.map((value) => ({ value, name: t(customerKindTexts[value]) }))}
          onChange={(value) =>
            change({ kinds: value ? customerKinds.filter((each) => each === value) : undefined })
          }
        />
        <TextField
          label={`${t(texts.grades)} ${t(texts.from)}`}
          type="number"
          value={numberText(grades?.from)}
          onChange={(text) => change({ grades: gradesOf(text, numberText(grades?.to)) })}
        />
        <TextField
          label={`${t(texts.grades)} ${t(texts.to)}`}
          type="number"
          value={numberText(grades?.to)}
          onChange={(text) => change({ grades: gradesOf(numberText(grades?.from), text) })}
        />
        <TextField
          label={t(texts.classes)}
          value={audience.classes?.join('，')}
          onChange={(text) => change({ classes: wordsOf(text) })}
        />
        <TextField
          label={t(texts.formats)}
          value={audience.formats?.join('，')}
          onChange={(text) => change({ formats: wordsOf(text) })}
        />
      </div>
    </fieldset>
  )
}

function numberText(number: number | undefined): string {
  return number === undefined ? '' : String(number)
}

function gradesOf(from: string, to: string): Audience['grades'] {
  if (!from && !to) return undefined
  return { from: from ? Number(from) : undefined, to: to ? Number(to) : undefined }
}

function wordsOf(text: string): string[] | undefined {
  const words = text.split(/[,，]\s*/)
  return words.some(Boolean) ? words : undefined
}
