import { useQuery } from '@tanstack/react-query'
import { messageKinds, type TemplateName } from '#shared/message-templates'
import type { TemplateCard } from '#shared/notifications'
import { preferenceTexts } from '#shared/texts/preferences'
import { templateNameTexts, wordingTexts as texts } from '#shared/texts/wording'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { templatesQuery } from './message-queries.ts'

/** Every template, kind by kind. */
export function TemplateListing({ onOpen }: { onOpen: (template: TemplateName) => void }) {
  const { t } = useSay()
  const found = useQuery(templatesQuery)
  return (
    <Asked of={found}>
      {({ items }) =>
        messageKinds.map((kind) => (
          <section key={kind} className="mb-4">
            <h2 className="mb-2">{t(preferenceTexts[kind])}</h2>
            <ul className="cards doors">
              {items
                .filter((card) => card.kind === kind)
                .map((card) => (
                  <Row key={card.template} card={card} onOpen={onOpen} />
                ))}
            </ul>
          </section>
        ))
      }
    </Asked>
  )
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
