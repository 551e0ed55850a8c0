import type { SaveContact } from '#shared/identity'
import { peopleTexts as people } from '#shared/texts/people'
import { requestTexts as texts } from '#shared/texts/requests'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { withCountryCode } from './contact-of-form.ts'

/** A contact as it is typed. */
export type ContactDraft = {
  name: string
  phone: string
  mail: string
  title: string
  receivesDeliveries: boolean
}

export const emptyContact: ContactDraft = {
  name: '',
  phone: '',
  mail: '',
  title: '',
  receivesDeliveries: false,
}

/** A typed contact as it is sent. */
export function savedContact({ name, phone, mail, title, receivesDeliveries }: ContactDraft): SaveContact {
  return {
    name: name.trim(),
    phone: withCountryCode(phone),
    mail: mail.trim() || undefined,
    title: title.trim() || undefined,
    receivesDeliveries,
  }
}

type ContactDetailFieldsProps = {
  contact: ContactDraft
  onChange: (changes: Partial<ContactDraft>) => void
}

/** Whom one may ask for at a customer: who they are, how they are reached, what for. */
export function ContactDetailFields({ contact, onChange }: ContactDetailFieldsProps) {
  const { t } = useSay()
  return (
    <>
      <div className="fields">
        <TextField
          label={t(people.name)}
          value={contact.name}
          isRequired
          maxLength={60}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          label={t(people.phone)}
          type="tel"
          isOptional
          value={contact.phone}
          onChange={(phone) => onChange({ phone })}
        />
        <TextField
          label={t(people.mail)}
          type="email"
          isOptional
          value={contact.mail}
          maxLength={200}
          onChange={(mail) => onChange({ mail })}
        />
        <TextField
          label={t(texts.contactTitle)}
          isOptional
          value={contact.title}
          maxLength={60}
          onChange={(title) => onChange({ title })}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={contact.receivesDeliveries}
          onChange={(event) => onChange({ receivesDeliveries: event.target.checked })}
        />
        <span>{t(texts.receivesDeliveries)}</span>
      </label>
    </>
  )
}
