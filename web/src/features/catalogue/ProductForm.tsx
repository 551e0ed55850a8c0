import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Product } from '#shared/catalogue'
import { productFieldTexts as fields } from '#shared/texts/products'
import { NameFields } from '../../components/form/NameFields.tsx'
import { ChoiceField, TextField } from '../../components/form/RecordFields.tsx'
import { RecordFormFrame } from '../../components/form/RecordFormFrame.tsx'
import { useRecordForm, type Versioned } from '../../components/form/use-record-form.ts'
import { useSay } from '../../components/language-context.ts'
import { AudienceFields } from './AudienceFields.tsx'
import { categoriesQuery, type ProductDraft, productQuery, saveProduct } from './catalogue-queries.ts'
import { PackFields } from './PackFields.tsx'
import type { ProductFormPart } from './product-form-part.ts'
import { SubstituteFields } from './SubstituteFields.tsx'
import { useProductWords } from './use-product-words.ts'

const BASIS_POINTS_A_PERCENT = 100

/** Changes the record of a product. */
export function ProductForm({ product }: { product: Product }) {
  const words = useProductWords()
  const client = useQueryClient()
  const asked = productQuery(product.productId)
  const form = useRecordForm({
    name: product.productId,
    record: versionedOf(product),
    save: async (draft, version) => versionedOf(await saveProduct(product.code, draft, version)),
    reread: async () => versionedOf(await asked.queryFn()),
    onSaved: () => void client.invalidateQueries({ queryKey: asked.queryKey }),
  })
  return (
    <RecordFormFrame form={form} words={words}>
      <WhatFields form={form} />
      <PackFields form={form} />
      <SubstituteFields form={form} productId={product.productId} />
      <AudienceFields form={form} />
    </RecordFormFrame>
  )
}

function WhatFields({ form: { fields: record, set, errorOf } }: ProductFormPart) {
  const { t, language } = useSay()
  const { data } = useQuery(categoriesQuery)
  return (
    <div className="fields">
      <NameFields texts={fields} name={record.name} errorOf={errorOf} onChange={(name) => set({ name })} />
      <ChoiceField
        label={t(fields.category)}
        value={record.category}
        options={withNow(
          (data?.items ?? []).map(({ code, name: category, path }) => ({
            value: code,
            name: `${'\u3000'.repeat(path.length - 1)}${category[language]}`,
          })),
          record.category,
        )}
        onChange={(category) => set({ category })}
      />
      <TextField label={t(fields.brand)} value={record.brand} onChange={(brand) => set({ brand })} />
      <TextField
        label={t(fields.barcode)}
        isOptional
        value={record.barcode}
        error={errorOf('barcode')}
        onChange={(barcode) => set({ barcode: barcode || undefined })}
      />
      <NumberField
        label={t(fields.minimum)}
        value={record.minimum}
        error={errorOf('minimum')}
        onChange={(minimum) => set({ minimum })}
      />
      <NumberField
        label={t(fields.multiple)}
        value={record.multiple}
        error={errorOf('multiple')}
        onChange={(multiple) => set({ multiple })}
      />
      <NumberField
        label={t(fields.taxRate)}
        value={(record.taxRate ?? 0) / BASIS_POINTS_A_PERCENT}
        error={errorOf('taxRate')}
        onChange={(percent) => set({ taxRate: Math.round(percent * BASIS_POINTS_A_PERCENT) })}
      />
      <TextField
        label={t(fields.glyph)}
        value={record.glyph}
        maxLength={3}
        onChange={(glyph) => set({ glyph })}
      />
      <TextField
        label={t(fields.colour)}
        value={record.colour}
        error={errorOf('colour')}
        onChange={(colour) => set({ colour })}
      />
    </div>
  )
}

type NumberFieldProps = {
  label: string
  value: number | undefined
  error?: string
  onChange: (value: number) => void
}

function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  return (
    <TextField
      {...field}
      type="number"
      value={value === undefined ? '' : String(value)}
      onChange={(text) => onChange(Number(text))}
    />
  )
}

/** Choices with the value that stands, should the list not name it. */
function withNow(options: Array<{ value: string; name: string }>, now: string | undefined) {
  const isNamed = now === undefined || options.some(({ value }) => value === now)
  return isNamed ? options : [{ value: now, name: now }, ...options]
}

function versionedOf(product: Product): Versioned<ProductDraft> {
  const {
    productId: _id,
    code: _code,
    pinyin: _pinyin,
    pictures: _pictures,
    state: _state,
    ...rest
  } = product
  const { version, ...fields } = rest
  return { version, fields }
}
