import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SaveCustomer } from '#shared/accounts'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts as texts } from '#shared/texts/customers'
import { formTexts } from '#shared/texts/forms'
import { ApiProblem } from '../../api.ts'
import { AskDialog } from '../../components/AskDialog.tsx'
import { ChoiceField, TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { useDeed } from '../../components/use-deed.ts'
import { useBatchOptions } from '../calendar/use-batches.ts'
import { priceListsQuery } from '../catalogue/price-queries.ts'
import { companyQuery, saveCustomer } from './account-queries.ts'
import { PriceListField } from './PriceListField.tsx'
import { UnitSelect } from './UnitSelect.tsx'

const nothing = { code: '', zh: '', en: '', unitPath: '', batch: '', priceList: '' }

/** Asks the least that a new customer needs, and leads to its page. */
export function NewCustomer() {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const { data: lists } = useQuery(priceListsQuery)
  const batches = useBatchOptions()
  const [typed, setTyped] = useState(nothing)
  const isTraded = company?.preset === 'traded'
  const firstList = lists?.items.find(({ level }) => level !== 'group')?.list ?? ''
  const draft = {
    ...typed,
    batch: typed.batch || (batches[0]?.value ?? ''),
    priceList: typed.priceList || firstList,
  }
  const adding = useDeed(
    () => saveCustomer(encodeURIComponent(draft.code.trim()), recordOf(draft, isTraded), 0),
    ({ customerId }) => location.assign(`/${language}/staff/customers/${customerId}/`),
  )
  const set = (changes: Partial<typeof nothing>) => setTyped({ ...typed, ...changes })
  return (
    <>
      <button type="button" className="button" onClick={adding.open}>
        {t(texts.add)}
      </button>
      <AskDialog
        {...adding.asked}
        heading={t(texts.add)}
        action={t(formTexts.add)}
        refusal={isTaken(adding.asked.error) ? t(texts.codeTaken) : undefined}
      >
        <p className="facts">{t(texts.addHint)}</p>
        <NameFields draft={draft} set={set} />
        <UnitSelect
          label={t(fields.unitPath)}
          value={draft.unitPath}
          isRequired
          onChange={(unitPath) => set({ unitPath })}
        />
        {!isTraded && (
          <ChoiceField
            label={t(fields.batch)}
            value={draft.batch}
            options={batches}
            onChange={(batch) => set({ batch })}
          />
        )}
        <PriceListField
          label={t(fields.priceList)}
          value={draft.priceList}
          onChange={(priceList) => set({ priceList })}
        />
      </AskDialog>
    </>
  )
}

type NameFieldsProps = { draft: typeof nothing; set: (changes: Partial<typeof nothing>) => void }

function NameFields({ draft, set }: NameFieldsProps) {
  const { t } = useSay()
  return (
    <>
      <TextField
        label={t(fields.code)}
        value={draft.code}
        isRequired
        maxLength={40}
        onChange={(code) => set({ code })}
      />
      <TextField
        label={t(fields.nameZh)}
        value={draft.zh}
        isRequired
        maxLength={200}
        onChange={(zh) => set({ zh })}
      />
      <TextField
        label={t(fields.nameEn)}
        value={draft.en}
        isOptional
        maxLength={200}
        onChange={(en) => set({ en })}
      />
    </>
  )
}

function recordOf({ zh, en, unitPath, batch, priceList }: typeof nothing, isTraded: boolean): SaveCustomer {
  return {
    name: { zh, en: en || zh },
    kind: isTraded ? 'distributor' : 'retailer',
    licence: { number: '' },
    format: '',
    ...{ unitPath, batch, priceList },
    addresses: [],
  }
}

/** A new customer is put in from nothing; a 412 says that the code names one already. */
function isTaken(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 412
}
