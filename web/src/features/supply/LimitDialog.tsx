import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ProductId } from '#shared/ids'
import type { LimitsOfProduct } from '#shared/supply'
import { formTexts } from '#shared/texts/forms'
import { limitTexts as texts } from '#shared/texts/limits'
import { listTexts } from '#shared/texts/lists'
import { Asked } from '../../components/Asked.tsx'
import { TextField } from '../../components/form/RecordFields.tsx'
import { RecordFormFrame } from '../../components/form/RecordFormFrame.tsx'
import { useRecordForm, type Versioned } from '../../components/form/use-record-form.ts'
import { useSay } from '../../components/language-context.ts'
import { useOpenDialog } from '../../components/use-open-dialog.ts'
import { productQuery } from '../catalogue/catalogue-queries.ts'
import { limitsOfProductQuery, saveLimit } from './limit-queries.ts'

type Named = { cycleId: string; productId: ProductId; grade: number }
type LimitDialogProps = { named: Named; onClose: () => void }

/** Changes what each shop of a grade may take of a product; what someone else released meanwhile is shown, not lost. */
export function LimitDialog({ named, onClose }: LimitDialogProps) {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  useOpenDialog(dialog)
  const limits = useQuery(limitsOfProductQuery(named.cycleId, named.productId))
  const product = useQuery(productQuery(named.productId))
  const name = product.data?.name[language] ?? '…'
  const band = limits.data?.limits.find(({ grade }) => grade === named.grade)?.band
  const isNew = limits.data?.limits.length === 0
  return (
    <dialog ref={dialog} className="ask" aria-labelledby="limit" onClose={onClose}>
      <h2 id="limit">{t(texts.changeOf, { name })}</h2>
      <p className="facts mt-2">{t(texts.holdsForGrade, { grade: named.grade })}</p>
      {band && (
        <p className="facts mt-2">
          {t(band.isNamed ? texts.bandNamed : texts.bandFollows, { band: band.code, cap: band.cap })}
        </p>
      )}
      {isNew && <p className="notice mt-2">{t(texts.newGrade)}</p>}
      <div className="mt-3">
        <Asked of={limits} rows={1}>
          {(stored) => <LimitForm named={named} stored={stored} />}
        </Asked>
      </div>
      <button type="button" className="quiet mt-3" onClick={() => dialog.current?.close()}>
        {t(listTexts.close)}
      </button>
    </dialog>
  )
}

type Fields = { quantity: string; reason: string }

function LimitForm({ named, stored }: { named: Named; stored: LimitsOfProduct }) {
  const { t } = useSay()
  const client = useQueryClient()
  const { grade, cycleId, productId } = named
  const asked = limitsOfProductQuery(cycleId, productId)
  const versioned = ({ version, limits }: LimitsOfProduct): Versioned<Fields> => {
    const found = limits.find((limit) => limit.grade === grade)
    return { fields: { quantity: found ? String(found.quantity) : '', reason: '' }, version }
  }
  const form = useRecordForm<Fields>({
    name: `limit ${cycleId} ${productId} ${grade}`,
    record: versioned(stored),
    save: async ({ quantity, reason }, version) => {
      const saved = await saveLimit(named, { quantity: Number(quantity), reason }, version)
      client.setQueryData(asked.queryKey, saved)
      return versioned(saved)
    },
    reread: async () => versioned(await asked.queryFn()),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['limits'] })
      void client.invalidateQueries({ queryKey: ['releases'] })
    },
  })
  const label = t(texts.quantity, { grade })
  const names = { quantity: { zh: label, en: label }, reason: formTexts.reason }
  return (
    <RecordFormFrame form={form} words={{ names, wordsFor: (_, value) => String(value) }}>
      <TextField
        label={label}
        type="number"
        isRequired
        value={form.fields.quantity}
        onChange={(quantity) => form.set({ quantity })}
      />
      <TextField
        label={t(formTexts.reason)}
        isRequired
        maxLength={300}
        value={form.fields.reason}
        onChange={(reason) => form.set({ reason })}
      />
    </RecordFormFrame>
  )
}
