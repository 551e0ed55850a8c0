import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { isTemplateName } from '#shared/message-templates'
import { wordingTexts as texts } from '#shared/texts/wording'
import { useSay } from '../../components/language-context.ts'
import { StaffPortal } from '../../components/StaffPortal.tsx'
import { useAddress } from '../../components/use-address.ts'
import { may } from '../identity/session-queries.ts'
import { FailedList } from './FailedList.tsx'
import { wordingFilters } from './message-queries.ts'
import { SendLog } from './SendLog.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'
import { TemplateListing } from './TemplateListing.tsx'

/** What the product sends, for staff: its wording, what could not be sent, and what was sent to whom. */
export function WordingPage({ language }: { language: Language }) {
  return (
    <StaffPortal language={language} deed={['wordMessages', 'readSendLog']} title={texts.title}>
      {(session) => <Wording session={session} />}
    </StaffPortal>
  )
}

function Wording({ session }: { session: SessionView }) {
  const { t } = useSay()
  const [filters, setFilters] = useAddress(wordingFilters)
  const { template } = filters
  const views = may(session, 'wordMessages')
    ? (['templates', 'failed', 'sent'] as const)
    : (['failed', 'sent'] as const)
  const view = views.find((each) => each === filters.show) ?? views[0]
  const chosen = view === 'templates' && isTemplateName(template) ? template : undefined
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
      </div>
      <fieldset className="views">
        <legend className="sr-only">{t(texts.show)}</legend>
        {views.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="view"
              checked={each === view}
              onChange={() => setFilters({ show: each, template: '' })}
            />
            {t(texts[each])}
          </label>
        ))}
      </fieldset>
      {view === 'failed' && <FailedList />}
      {view === 'sent' && <SendLog filters={filters} onFilter={setFilters} />}
      {view === 'templates' && !chosen && (
        <TemplateListing onOpen={(name) => setFilters({ template: name })} />
      )}
      {chosen && (
        <TemplateEditor key={chosen} template={chosen} onLeave={() => setFilters({ template: '' })} />
      )}
    </>
  )
}
