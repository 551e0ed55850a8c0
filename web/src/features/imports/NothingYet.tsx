import type { SessionView } from '#shared/identity'
import { type ImportKind, kindsBroughtBy } from '#shared/import-words'
import type { Text } from '#shared/languages'
import { importListTexts as texts } from '#shared/texts/import-list'
import { useSay } from '../../components/language-context.ts'

type NothingYetProps = { title: Text; hint: Text; kind: ImportKind; session: SessionView }

/** An empty list that a file fills: who may bring one is led there. */
export function NothingYet({ title, hint, kind, session }: NothingYetProps) {
  const { t, language } = useSay()
  return (
    <section className="card">
      <h2>{t(title)}</h2>
      <p className="text-soft">{t(hint)}</p>
      {kindsBroughtBy(session.grants).includes(kind) && (
        <a className="quiet mt-3" href={`/${language}/staff/imports/?kind=${kind}`}>
          {t(texts.bring)}
        </a>
      )}
    </section>
  )
}
