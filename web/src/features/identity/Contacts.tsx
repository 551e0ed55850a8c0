import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import type { Contact } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import { customerTexts as texts } from '#shared/texts/customers'
import { formTexts } from '#shared/texts/forms'
import { requestTexts } from '#shared/texts/requests'
import { ApiProblem, newKey } from '../../api.ts'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { ContactDetailFields, type ContactDraft, emptyContact, savedContact } from './ContactDetailFields.tsx'
import { addContact, changeContact, contactsQuery, removeContact } from './people-queries.ts'
import { RemovedContacts } from './RemovedContacts.tsx'
import { reachWords } from './reach-words.ts'

type ContactsProps = {
  customerId: CustomerId
  maySave: boolean
  /** What else can be done with a contact. */
  more?: (contact: Contact) => ReactNode
  history?: (contact: Pick<Contact, 'personId' | 'name'>) => ReactNode
}

/** Whom one may ask for at a customer: added, changed and taken away by those who keep its record. */
export function Contacts({ customerId, maySave, more, history }: ContactsProps) {
  const { t } = useSay()
  const contacts = useQuery(contactsQuery(customerId))
  return (
    <section className="card">
      <h2 className="mb-2">{t(texts.contacts)}</h2>
      <Asked of={contacts} rows={1}>
        {({ items }) => (
          <ul className="people">
            {items.length === 0 && <li className="text-soft">{t(texts.noContacts)}</li>}
            {items.map((contact) => (
              <ContactRow
                key={`${contact.personId} ${contact.version}`}
                {...{ contact, maySave }}
                more={more?.(contact)}
                history={history?.(contact)}
              />
            ))}
          </ul>
        )}
      </Asked>
      {maySave && <AddContact customerId={customerId} />}
      {history && <RemovedContacts customerId={customerId} history={history} />}
    </section>
  )
}

type ContactRowProps = { contact: Contact; maySave: boolean; more: ReactNode; history: ReactNode }

function ContactRow(props: ContactRowProps) {
  const { contact, maySave, more, history } = props
  const { t } = useSay()
  const client = useQueryClient()
  const { name, phone, mail, title, receivesDeliveries } = contact
  const again = () => client.invalidateQueries({ queryKey: contactsQuery(contact.customerId).queryKey })
  const removing = useMutation({ mutationFn: () => removeContact(contact), onSettled: again })
  return (
    <li>
      <span className="person">
        {name} {title && <span className="facts">{title}</span>}{' '}
        {receivesDeliveries && <span className="pill is-done">{t(requestTexts.receivesDeliveries)}</span>}
        <span className="facts block">{reachWords({ phone, mail })}</span>
      </span>
      {maySave && (
        <details className="person-edit">
          <summary className="link">{t(formTexts.edit)}</summary>
          <ContactForm
            start={{ name, phone: phone ?? '', mail: mail ?? '', title: title ?? '', receivesDeliveries }}
            send={(draft) => changeContact(contact, savedContact(draft))}
            onSettled={again}
          />
          <div className="actions mt-2">
            <button
              type="button"
              className="quiet danger"
              aria-label={`${t(formTexts.remove)} ${name}`}
              disabled={removing.isPending}
              onClick={() => removing.mutate()}
            >
              {t(formTexts.remove)}
            </button>
            {more}
          </div>
          <Refusal error={removing.error} />
        </details>
      )}
      {history}
    </li>
  )
}

function AddContact({ customerId }: { customerId: CustomerId }) {
  const { t } = useSay()
  const client = useQueryClient()
  const [turn, setTurn] = useState(0)
  return (
    <details className="mt-3">
      <summary className="link">{t(texts.addContact)}</summary>
      <ContactForm
        key={turn}
        start={emptyContact}
        send={async (draft, key) => {
          await addContact(customerId, savedContact(draft), key)
          setTurn(turn + 1)
        }}
        onSettled={() => client.invalidateQueries({ queryKey: contactsQuery(customerId).queryKey })}
      />
    </details>
  )
}

type ContactFormProps = {
  start: ContactDraft
  send: (draft: ContactDraft, key: string) => Promise<unknown>
  onSettled: () => Promise<void>
}

function ContactForm({ start, send, onSettled }: ContactFormProps) {
  const { t } = useSay()
  const [draft, setDraft] = useState({ contact: start, key: newKey() })
  const saving = useMutation({ mutationFn: () => send(draft.contact, draft.key), onSettled })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <form className="cards" onSubmit={onSubmit}>
      <ContactDetailFields
        contact={draft.contact}
        onChange={(changes) => setDraft({ contact: { ...draft.contact, ...changes }, key: newKey() })}
      />
      <Refusal error={saving.error} />
      <button type="submit" className="button justify-self-start" disabled={saving.isPending}>
        {t(formTexts.save)}
      </button>
    </form>
  )
}

function Refusal({ error }: { error: unknown }) {
  const { t, language } = useSay()
  if (!error) return null
  const isOld = error instanceof ApiProblem && error.status === 412
  return (
    <p className="notice bad mt-2" role="alert">
      {isOld ? t(texts.changedMeanwhile) : wordsOf(error, language)}
    </p>
  )
}
