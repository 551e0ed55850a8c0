import type { World } from '#platform/world'
import { ImportOptions, type PastDocument } from '#shared/imports'
import { Problem } from '#shared/problems'
import { instantOf } from '#shared/time'
import type { Judgement } from './file-kind.ts'
import { stateOfDocument } from './order-document-rules.ts'
import { openDocuments } from './past-documents.ts'

type Named = PastDocument & { document: string }
type Planned = Exclude<Judgement, { verdict: 'refused' }>

/** Plans how documents of earlier times become orders, each by itself and each once. A plan throws
 * `orders.document_differs` or `imports.reference_unknown`. */
export function documentPlans(world: World): (named: Named) => Promise<Planned> {
  const open = openDocuments(world)
  return async (named) => {
    const state = named.state ?? stateOfDocument(named.document, ImportOptions.parse({}))
    const document = { ...named, state, placedAt: instantOf(Date.parse(named.placedAt)) }
    const [judged] = await open.judge([document])
    if (judged && judged.verdict !== 'refused') return judged
    const { code = 'imports.reference_unknown', facts, column } = judged?.problems[0] ?? {}
    throw new Problem(code, { ...facts, ...(column && { column }) })
  }
}
