import { useQueryClient } from '@tanstack/react-query'
import { type Customer, customerKinds, type SaveCustomer, type WholeCustomer } from '#shared/accounts'
import { customerKindTexts, customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts as texts } from '#shared/texts/customers'
import { dateOf } from '../../components/form/date-of.ts'
import { MomentField } from '../../components/form/MomentField.tsx'
import { MoneyField } from '../../components/form/MoneyField.tsx'
import { NameFields } from '../../components/form/NameFields.tsx'
import { ChoiceField, TextField } from '../../components/form/RecordFields.tsx'
import { RecordFormFrame } from '../../components/form/RecordFormFrame.tsx'
import { type RecordForm, useRecordForm, type Versioned } from '../../components/form/use-record-form.ts'
import { useSay } from '../../components/language-context.ts'
import { useBatchOptions } from '../calendar/use-batches.ts'
import { AddressFields } from './AddressFields.tsx'
import { customerQuery, saveCustomer } from './account-queries.ts'
import { PriceListField } from './PriceListField.tsx'
import { UnitSelect } from './UnitSelect.tsx'
import { useCustomerWords } from './use-customer-words.ts'

/** Changes the record of a customer. */
export function CustomerForm({ customer }: { customer: Customer }) {
  const client = useQueryClient()
  const words = useCustomerWords()
  const { customerId } = customer
  const asked = customerQuery(customerId)
  const form = useRecordForm({
    name: customerId,
    record: versionedOf(customer),
    save: async (draft, version) => versionedOf(await saveCustomer(customerId, withNulls(draft), version)),
    reread: async () => versionedOf(await asked.queryFn()),
    onSaved: () => void client.invalidateQueries({ queryKey: asked.queryKey }),
  })
  return (
    <RecordFormFrame form={form} words={words}>
      <WhoFields form={form} />
      <HowFields form={form} />
      <AddressFields
        addresses={form.fields.addresses}
        onChange={(addresses) => form.set({ addresses })}
        error={form.errorOf('addresses')}
      />
    </RecordFormFrame>
  )
}

type PartProps = { form: RecordForm<WholeCustomer> }

function WhoFields({ form: { fields: record, set, errorOf } }: PartProps) {
  const { t } = useSay()
  const { licence } = record
  return (
    <div className="fields">
      <NameFields texts={fields} name={record.name} errorOf={errorOf} onChange={(name) => set({ name })} />
      <ChoiceField
        label={t(fields.kind)}
        value={record.kind}
        options={customerKinds.map((value) => ({ value, name: t(customerKindTexts[value]) }))}
        onChange={(chosen) => set({ kind: customerKinds.find((kind) => kind === chosen) ?? record.kind })}
      />
      <TextField label={t(fields.format)} value={record.format} onChange={(format) => set({ format })} />
      <TextField
        label={t(fields.licenceNumber)}
        value={licence.number}
        error={errorOf('licence.number')}
        onChange={(number) => set({ licence: { ...licence, number } })}
      />
      <MomentField
        label={t(fields.expiresOn)}
        isOptional
        value={licence.expiresOn}
        error={errorOf('licence.expiresOn')}
        onChange={(date) => set({ licence: { ...licence, expiresOn: dateOf(date) } })}
      />
      <UnitSelect
        label={t(fields.unitPath)}
        value={record.unitPath}
        isRequired
        onChange={(unitPath) => set({ unitPath })}
      />
      <TextField
        label={t(fields.phone)}
        type="tel"
        isOptional
        value={record.phone}
        error={errorOf('phone')}
        onChange={(phone) => set({ phone: phone || undefined })}
      />
    </div>
  )
}

function HowFields({ form: { fields: record, set, errorOf } }: PartProps) {
  const { t } = useSay()
  const batches = useBatchOptions(record.batch)
  return (
    <div className="fields">
      <ChoiceField
        label={t(fields.batch)}
        value={record.batch}
        options={batches}
        error={errorOf('batch')}
        onChange={(batch) => set({ batch })}
      />
      <TextField
        label={t(fields.route)}
        isOptional
        value={record.route}
        onChange={(route) => set({ route: route || undefined })}
      />
      <PriceListField
        label={t(fields.priceList)}
        value={record.priceList}
        error={errorOf('priceList')}
        onChange={(priceList) => set({ priceList })}
      />
      <PriceListField
        label={t(fields.groupList)}
        isGroup
        none={t(texts.noGroup)}
        value={record.groupList}
        error={errorOf('groupList')}
        onChange={(groupList) => set({ groupList: groupList || undefined })}
      />
      <MoneyField
        label={t(fields.creditLimit)}
        isOptional
        value={record.creditLimit}
        error={errorOf('creditLimit')}
        onChange={(creditLimit) => set({ creditLimit })}
      />
      <TextField
        label={t(fields.note)}
        isOptional
        value={record.note}
        maxLength={1000}
        onChange={(note) => set({ note: note || undefined })}
      />
    </div>
  )
}

/** What was emptied is to be taken away, and not to stay. */
function withNulls(record: WholeCustomer): SaveCustomer {
  const { groupList = null, route = null, creditLimit = null, phone = null, note = null } = record
  const { customerClass = null, grade = null, holdReason = null } = record
  const emptied = { groupList, route, creditLimit, phone, note, customerClass, grade, holdReason }
  return { ...record, ...emptied }
}

/** The record as it is saved, whole. The balance moves by payments alone. */
function versionedOf(customer: Customer): Versioned<WholeCustomer> {
  const { name, kind, licence, format, unitPath, batch, priceList, groupList, customerClass } = customer
  const { grade, route, holdReason, creditLimit, addresses, phone, note, version } = customer
  return {
    version,
    fields: {
      name,
      kind: kind ?? 'retailer',
      licence: licence ?? { number: '' },
      format: format ?? '',
      unitPath,
      batch: batch ?? '',
      priceList: priceList ?? '',
      groupList,
      customerClass,
      grade,
      route,
      holdReason,
      creditLimit,
      addresses: addresses ?? [],
      phone,
      note,
    },
  }
}
