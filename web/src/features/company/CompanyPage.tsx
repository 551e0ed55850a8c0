import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { companyTexts as texts } from '#shared/texts/company'
import { Asked } from '../../components/Asked.tsx'
import { Facts } from '../../components/Facts.tsx'
import { useSay } from '../../components/language-context.ts'
import { namedFields } from '../../components/record-words.ts'
import { StaffPortal } from '../../components/StaffPortal.tsx'
import { companyQuery } from '../accounts/account-queries.ts'
import { may } from '../identity/session-queries.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { UnitTree } from './UnitTree.tsx'
import { useCompanyWords } from './use-company-words.ts'

const history = { path: '/company', queryKey: ['company'] }

/** The company's own settings and its tree of units, for administrators. */
export function CompanyPage({ language }: { language: Language }) {
  return (
    <StaffPortal language={language} deed="seeCompany" title={texts.title}>
      {(session) => <Company session={session} />}
    </StaffPortal>
  )
}

function Company({ session }: { session: SessionView }) {
  const { t } = useSay()
  const words = useCompanyWords()
  const company = useQuery({ ...companyQuery, staleTime: 0 })
  const mayChange = may(session, 'keepCompany')
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
      </div>
      {!mayChange && <p className="notice">{t(texts.onlyRoot)}</p>}
      <section className="card mb-4">
        <h2 className="mb-2">{t(texts.settings)}</h2>
        <Asked of={company}>
          {(settings) =>
            mayChange ? (
              <SettingsForm settings={settings} words={words} />
            ) : (
              <Facts
                facts={namedFields(settings, words).map(({ field, name }) => [
                  t(name),
                  words.wordsFor(field, new Map<string, unknown>(Object.entries(settings)).get(field)),
                ])}
              />
            )
          }
        </Asked>
      </section>
      <UnitTree mayChange={mayChange} />
      <HistoryFold place={history} words={words} title={t(texts.history)} />
    </>
  )
}
