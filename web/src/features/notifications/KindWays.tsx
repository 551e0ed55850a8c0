import type { Preferences, SavePreferences } from '#shared/notifications'
import { preferenceTexts as texts } from '#shared/texts/preferences'
import { useSay } from '../../components/language-context.ts'
import { chosenKinds } from './chosen-kinds.ts'

type Kinds = SavePreferences['kinds']
type KindWaysProps = {
  kinds: Kinds
  reached: Pick<Preferences, 'hasPhone' | 'hasMail'>
  onChange: (kinds: Kinds) => void
}

/** For each kind of message the ways by which it comes. */
export function KindWays({ kinds, reached, onChange }: KindWaysProps) {
  const { t } = useSay()
  const ways = [
    { way: 'sms', name: t(texts.sms), isKnown: reached.hasPhone, why: t(texts.noPhone) },
    { way: 'mail', name: t(texts.mail), isKnown: reached.hasMail, why: t(texts.noMail) },
  ] as const
  return (
    <section className="card">
      {chosenKinds.map((kind) => (
        <fieldset key={kind} className="kind-ways">
          <legend>{t(texts[kind])}</legend>
          {ways.map(({ way, name, isKnown }) => (
            <label key={way}>
              <input
                type="checkbox"
                checked={isKnown && kinds[kind][way]}
                disabled={!isKnown}
                onChange={(event) =>
                  onChange({ ...kinds, [kind]: { ...kinds[kind], [way]: event.target.checked } })
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
      ))}
      {ways
        .filter(({ isKnown }) => !isKnown)
        .map(({ way, why }) => (
          <p key={way} className="facts">
            {why}
          </p>
        ))}
    </section>
  )
}
