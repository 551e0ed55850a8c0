import { useQuery } from '@tanstack/react-query'
import { messageKinds, type TemplateName } from '#shared/message-templates'
import type { TemplateCard } from '#shared/notifications'
import { preferenceTexts } from '#shared/texts/preferences'
import { templateNameTexts, wordingTexts as texts } from '#shared/texts/wording'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { templatesQuery } from './message-queries.ts'

/** Every template, kind by kind. */
export function TemplateListing({ onOpen }: { onOpen: (template: TemplateName) => void }) {
  const { t } = useSay()
  const { data, error, refetch } = useQuery(templatesQuery)
  if (error) return <Trouble isPart error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  return messageKinds.map((kind) => (
    <section key={kind} className="mb-4">
      <h2 className="mb-2">{t(preferenceTexts[kind])}</h2>
      <ul className="cards doors">
        {data.items
          .filter((card) => card.kind === kind)
          .map((card) => (
            <Row key={card.template} card={card} onOpen={onOpen} />
          ))}
      </ul>
    </section>
  ))
}

function Row({ card, onOpen }: { card: TemplateCard; onOpen: (template: TemplateName) => void }) {
  const { t } = useSay()
  const { template, subject, version, isDefault } = card
  return (
    <li className="card order-card">
      <button type="button" className="order-link text-left" onClick={() => onOpen(template)}>
        {t(templateNameTexts[template])}
      </button>
      <span className="facts col-span-full">
        {isDefault ? t(texts.standard) : t(texts.own, { version })} · {subject}
      </span>
    </li>
  )
}
