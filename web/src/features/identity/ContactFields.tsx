import { peopleTexts as texts } from '#shared/texts/people'
import { useSay } from '../../components/language-context.ts'

/** Who is invited: a name, and a phone number or a mail address. */
export function ContactFields() {
  const { t } = useSay()
  return (
    <>
      <label className="field">
        <span>{t(texts.name)}</span>
        <input name="name" required maxLength={60} autoComplete="off" />
      </label>
      <label className="field">
        <span>{t(texts.phone)}</span>
        <input name="phone" type="tel" inputMode="tel" autoComplete="off" />
      </label>
      <label className="field">
        <span>{t(texts.mail)}</span>
        <input name="mail" type="email" autoComplete="off" maxLength={200} />
      </label>
    </>
  )
}
