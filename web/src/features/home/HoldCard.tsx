import { holdTexts as texts } from '#shared/texts/hold'
import { useSay } from '../../components/language-context.ts'
import { ReadAloud } from '../../components/ReadAloud.tsx'

/** A shop that may not order: why, and whom to call; no number is known yet when it is empty. */
export function HoldCard({ reason, phone }: { reason: string; phone: string }) {
  const { t } = useSay()
  return (
    <section className="card">
      <h2>{t(texts.title)}</h2>
      <p className="notice bad mt-2">{reason}</p>
      <p className="text-soft mb-3">{t(texts.text)}</p>
      <div className="actions">
        {phone !== '' && (
          <a className="button" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
            {t(texts.call, { phone })}
          </a>
        )}
        <ReadAloud text={() => t(texts.aloud, { reason })} />
      </div>
    </section>
  )
}
