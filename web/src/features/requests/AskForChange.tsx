import type { AddressesInput, Customer } from '#shared/accounts'
import type { ChangeRequest } from '#shared/requests'
import { askingTexts } from '#shared/texts/asking'
import { requestTexts as texts } from '#shared/texts/requests'
import { useKeptDraft } from '../../components/form/use-kept-draft.ts'
import { useSay } from '../../components/language-context.ts'
import { AddressFields } from '../accounts/AddressFields.tsx'
import { ContactDetailFields, emptyContact, savedContact } from '../identity/ContactDetailFields.tsx'
import { AskForm } from './AskForm.tsx'
import { AskLicence } from './AskLicence.tsx'

const kinds = ['addresses', 'contact', 'licence'] as const
const forms = { addresses: AskAddresses, contact: AskContact, licence: AskLicence } as const

type AskForChangeProps = { customer: Customer; requests: readonly ChangeRequest[] }

/** What an owner may ask to be changed; while one of a kind waits, another is not asked. */
export function AskForChange({ customer, requests }: AskForChangeProps) {
  const { t } = useSay()
  return (
    <section className="card">
      <p className="text-soft">{t(askingTexts.askHint)}</p>
      {kinds.map((kind) => {
        const Form = forms[kind]
        const isOpen = requests.some((request) => request.kind === kind && request.state === 'asked')
        return isOpen ? (
          <p key={kind} className="asked-already" role="status">
            <strong>{t(texts[kind])}</strong> <span className="facts">{t(askingTexts.isOpen)}</span>
          </p>
        ) : (
          <Form key={kind} customer={customer} />
        )
      })}
    </section>
  )
}

function AskAddresses({ customer: { customerId, addresses = [] } }: { customer: Customer }) {
  const start: { addresses: AddressesInput } = { addresses }
  const draft = useKeptDraft(`addresses ${customerId}`, start)
  return (
    <AskForm
      customerId={customerId}
      kind="addresses"
      draft={draft}
      gather={() => ({ kind: 'addresses', addresses: draft.fields.addresses })}
    >
      <AddressFields
        addresses={draft.fields.addresses}
        onChange={(changed) => draft.set({ addresses: changed })}
      />
    </AskForm>
  )
}

function AskContact({ customer: { customerId } }: { customer: Customer }) {
  const draft = useKeptDraft(`contact ${customerId}`, emptyContact)
  return (
    <AskForm
      customerId={customerId}
      kind="contact"
      draft={draft}
      gather={() => ({ kind: 'contact', contact: savedContact(draft.fields) })}
    >
      <ContactDetailFields contact={draft.fields} onChange={draft.set} />
    </AskForm>
  )
}
