import { approvalTexts as texts } from '#shared/texts/approvals'
import { ApiProblem } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'

/** Why an order was not placed: every reason that the server named. */
export function Failure({ failure }: { failure: unknown }) {
  const { t } = useSay()
  if (failure === undefined) return null
  const entries = failure instanceof ApiProblem ? failure.entries : []
  if (entries.length === 0) return <Refused error={failure} />
  return <Points heading={t(texts.notPlaced)} points={entries.map(({ code, message }) => message ?? code)} />
}

/** Sentences under one heading, in a box that says something is wrong. */
export function Points({ heading, points }: { heading: string; points: readonly string[] }) {
  return (
    <section className="notice bad" role="alert">
      <h2>{heading}</h2>
      <ul>
        {[...new Set(points)].map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}
