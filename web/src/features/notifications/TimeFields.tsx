import { useId } from 'react'
import type { SavePreferences } from '#shared/notifications'
import { preferenceTexts as texts } from '#shared/texts/preferences'
import { useTypedMoment } from '../../components/form/use-typed-moment.ts'
import { useSay } from '../../components/language-context.ts'
import { chosenKinds } from './chosen-kinds.ts'

type Quiet = SavePreferences['quiet']
type Digest = SavePreferences['digest']
type Clock = `${string}:${string}`

const usualNight: NonNullable<Quiet> = { from: '21:00', to: '07:00', except: [] }
const usualSummary: NonNullable<Digest> = { at: '18:00' }

/** The hours without a sound, and what comes all the same. */
export function QuietFields({ quiet, onChange }: { quiet: Quiet; onChange: (quiet: Quiet) => void }) {
  const { t } = useSay()
  const toggle = (kind: NonNullable<Quiet>['except'][number], isExcepted: boolean) => {
    if (!quiet) return
    const others = quiet.except.filter((each) => each !== kind)
    onChange({ ...quiet, except: isExcepted ? [...others, kind] : others })
  }
  return (
    <section className="card">
      <Switch
        name={t(texts.quiet)}
        isOn={quiet !== undefined}
        onChange={(isOn) => onChange(isOn ? usualNight : undefined)}
      />
      <p className="facts">{t(texts.quietHint)}</p>
      {quiet && (
        <>
          <div className="times">
            <TimeField
              name={t(texts.from)}
              value={quiet.from}
              onChange={(from) => onChange({ ...quiet, from })}
            />
            <TimeField name={t(texts.to)} value={quiet.to} onChange={(to) => onChange({ ...quiet, to })} />
          </div>
          <fieldset className="kind-ways">
            <legend>{t(texts.except)}</legend>
            {(['access', ...chosenKinds] as const).map((kind) => (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={quiet.except.includes(kind)}
                  onChange={(event) => toggle(kind, event.target.checked)}
                />
                {t(texts[kind])}
              </label>
            ))}
          </fieldset>
        </>
      )}
    </section>
  )
}

/** One summary a day, at a time of one's own. */
export function DigestFields({ digest, onChange }: { digest: Digest; onChange: (digest: Digest) => void }) {
  const { t } = useSay()
  return (
    <section className="card">
      <Switch
        name={t(texts.digest)}
        isOn={digest !== undefined}
        onChange={(isOn) => onChange(isOn ? usualSummary : undefined)}
      />
      <p className="facts">{t(texts.digestHint)}</p>
      {digest && (
        <div className="times">
          <TimeField name={t(texts.at)} value={digest.at} onChange={(at) => onChange({ at })} />
        </div>
      )}
    </section>
  )
}

type SwitchProps = { name: string; isOn: boolean; onChange: (isOn: boolean) => void }

function Switch({ name, isOn, onChange }: SwitchProps) {
  return (
    <h2>
      <label className="switch-row">
        {name}
        <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      </label>
    </h2>
  )
}

type TimeFieldProps = { name: string; value: Clock; onChange: (value: Clock) => void }

function TimeField({ name, value, onChange }: TimeFieldProps) {
  const id = useId()
  const change = (text: string) => {
    const [hour, minute] = text.split(':')
    if (hour && minute) onChange(`${hour}:${minute}`)
  }
  const clock = useTypedMoment({ type: 'time', value, onChange: change })
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <input id={id} required {...clock.input} aria-invalid={clock.isUnread || undefined} />
    </div>
  )
}
