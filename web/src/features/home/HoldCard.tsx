import type { Obligation } from '#shared/obligations'
import { holdTexts as texts } from '#shared/texts/hold'
import { useSay } from '../../components/language-context.ts'
import { ReadAloud } from '../../components/ReadAloud.tsx'

/** A shop that may not order: why, and whom to call. */
export function HoldCard({ due, phone }: { due: Obligation; phone: string }) {
  const { t } = useSay()
  const reason = String(due.facts.reason)
  return (
    <section className="card">
      <h2>{t(texts.title)}</h2>
      <p className="notice bad mt-2">{reason}</p>
      <p className="text-soft mb-3">{t(texts.text)}</p>
      <div className="actions">
        <a className="button" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
          {t(texts.call, { phone })}
        </a>
        <ReadAloud text={() => t(texts.aloud, { reason })} />
      </div>
    </section>
  )
}
