import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { rooms } from '../../functions/entry/api.ts'
import type { Answer } from '../support/api-client.ts'

const declared = new Map(
  rooms.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return []
    const { method, path, responses } = definition.route
    return Object.entries(responses).flatMap(([status, response]) => {
      const content = 'content' in response ? response.content?.['application/json'] : undefined
      const schema = content && 'schema' in content ? content.schema : undefined
      return schema instanceof z.ZodType
        ? [[`${method.toUpperCase()} ${path} ${status}`, schema] as const]
        : []
    })
  }),
)

/** What is wrong with a successful answer by the schema that its route declares; undefined when it says all and no more. */
export function undeclaredIn(route: { method: string; path: string }, answer: Answer): string | undefined {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  const schema = declared.get(`${route.method} ${route.path} ${answer.status}`)
  if (!schema) return isJson ? 'no schema is declared for it' : undefined
  const read = schema.safeParse(answer.body)
  if (!read.success) return z.prettifyError(read.error)
  return isDeepStrictEqual(read.data, answer.body) ? undefined : `more than is declared: ${answer.text}`
}
