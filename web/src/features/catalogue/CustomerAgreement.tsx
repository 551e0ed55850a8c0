import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustomerId, ProductId } from '#shared/ids'
import type { Currency } from '#shared/money'
import type { Agreement, AgreementRow } from '#shared/prices'
import { formTexts } from '#shared/texts/forms'
import { priceTexts as texts } from '#shared/texts/prices'
import { recordTexts } from '#shared/texts/records'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { companyQuery } from '../accounts/account-queries.ts'
import { AgreementHistory } from './AgreementHistory.tsx'
import { PriceRowFields } from './PriceRowFields.tsx'
import { Breaks, Validity } from './PriceTerms.tsx'
import { ProductFinder } from './ProductFinder.tsx'
import { ProductName } from './ProductName.tsx'
import { agreementQuery, saveAgreement } from './price-queries.ts'
import { draftOfRow, type PriceRowDraft, rowOfDraft } from './price-row-draft.ts'

/** What was agreed with one customer: nearer than any list, and in force as soon as it is saved. */
export function CustomerAgreement({ customerId, maySave }: { customerId: CustomerId; maySave: boolean }) {
  const { t } = useSay()
  const agreement = useQuery(agreementQuery(customerId))
  const { data: company } = useQuery(companyQuery)
  if (agreement.error)
    return <Trouble isPart error={agreement.error} onRetry={() => void agreement.refetch()} />
  if (!agreement.data || !company) return null
  if (agreement.data.version === 0 && !maySave) return null
  return (
    <section className="card">
      <h2>{t(texts.agreement)}</h2>
      <p className="facts mb-2">{t(texts.agreementHint)}</p>
      <AgreementRows
        key={agreement.data.version}
        agreement={agreement.data}
        customerId={customerId}
        currency={company.currency}
        maySave={maySave}
      />
      <AgreementFold customerId={customerId} />
    </section>
  )
}

function AgreementFold({ customerId }: { customerId: CustomerId }) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link">{t(recordTexts.history)}</summary>
      {isOpen && <AgreementHistory customerId={customerId} />}
    </details>
  )
}

type AgreementRowsProps = {
  agreement: Agreement
  customerId: CustomerId
  currency: Currency
  maySave: boolean
}

function AgreementRows({ agreement, customerId, currency, maySave }: AgreementRowsProps) {
  const { t } = useSay()
  const client = useQueryClient()
  const [added, setAdded] = useState<ProductId>()
  const saving = useMutation({
    mutationFn: (rows: readonly AgreementRow[]) => saveAgreement(agreement, customerId, rows),
    onSuccess: () => setAdded(undefined),
    onSettled: () => client.invalidateQueries({ queryKey: agreementQuery(customerId).queryKey }),
  })
  const { rows } = agreement
  const replace = (at: number, row: AgreementRow | undefined) =>
    saving.mutate(rows.flatMap((each, place) => (place === at ? (row ? [row] : []) : [each])))
  return (
    <>
      <Refused error={saving.error} />
      <ul className="people">
        {rows.map((row, at) => (
          <li key={`${row.productId} ${row.from ?? ''}`}>
            <span className="person">
              <ProductName productId={row.productId} />
              <span className="facts block">
                <Validity row={row} />
              </span>
            </span>
            <span className="number">
              <Breaks row={row} currency={currency} />
            </span>
            {maySave && (
              <details className="person-edit">
                <summary className="link">{t(formTexts.edit)}</summary>
                <AgreementRowForm
                  row={row}
                  isSaving={saving.isPending}
                  onSave={(changed) => replace(at, { ...changed, productId: row.productId })}
                  onRemove={() => replace(at, undefined)}
                />
              </details>
            )}
          </li>
        ))}
      </ul>
      {maySave && <ProductFinder label={t(texts.addAgreed)} without={[]} onChoose={setAdded} />}
      {added && (
        <div className="card mt-3">
          <h3 className="mb-2">
            <ProductName productId={added} />
          </h3>
          <AgreementRowForm
            row={undefined}
            isSaving={saving.isPending}
            onSave={(row) => saving.mutate([...rows, { ...row, productId: added }])}
          />
        </div>
      )}
    </>
  )
}

type AgreementRowFormProps = {
  row: AgreementRow | undefined
  isSaving: boolean
  onSave: (row: Omit<AgreementRow, 'productId'>) => void
  onRemove?: () => void
}

function AgreementRowForm({ row, isSaving, onSave, onRemove }: AgreementRowFormProps) {
  const { t } = useSay()
  const [draft, setDraft] = useState<PriceRowDraft>(() => draftOfRow(row))
  return (
    <div className="cards">
      <PriceRowFields row={draft} onChange={setDraft} />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={isSaving}
          onClick={() => onSave(rowOfDraft(draft))}
        >
          {t(formTexts.save)}
        </button>
        {onRemove && (
          <button type="button" className="quiet danger" disabled={isSaving} onClick={onRemove}>
            {t(formTexts.remove)}
          </button>
        )}
      </div>
    </div>
  )
}
