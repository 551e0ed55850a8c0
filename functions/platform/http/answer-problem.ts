// The one file that knows HTTP status numbers of problems: turns what was thrown into an RFC 9457 answer.
import { HTTPException } from 'hono/http-exception'
import type { Language } from '#shared/languages'
import { isProblemCode, Problem, type ProblemEntry, problemSentence, problems } from '#shared/problems'
import type { PortalContext } from './context.ts'

/** The answer to a problem. An unknown error is logged once, and its answer says nothing of the inside. */
export function answerProblem(context: PortalContext, thrown: unknown): Response {
  const problem = problemFrom(context, thrown)
  context.set('problemCode', problem.code)
  const requestId = context.get('requestId')
  const language: Language = context.get('language')
  const facts = { ...problem.facts, requestId }
  const body = {
    type: `urn:dianlian:problem:${problem.code}`,
    title: problemSentence(problem.code, facts, language),
    status: problems[problem.code].status,
    code: problem.code,
    requestId,
    ...(problem.code === 'server.unexpected' ? {} : { facts: problem.facts }),
    ...(problem.entries.length ? { errors: problem.entries.map((entry) => worded(entry, language)) } : {}),
  }
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(body.status === 503 ? { 'retry-after': '1' } : {}),
    },
  })
}

function worded(entry: ProblemEntry, language: Language): ProblemEntry {
  if (entry.message !== undefined || !isProblemCode(entry.code)) return entry
  return { ...entry, message: problemSentence(entry.code, entry.facts ?? {}, language) }
}

function problemFrom(context: PortalContext, thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof HTTPException && thrown.status === 400) return new Problem('request.unreadable')
  if (thrown instanceof HTTPException && thrown.status === 413) return new Problem('request.too_large')
  const { method, path } = context.req
  context.get('world').log.alarm('unexpected error', { method, path }, thrown)
  return new Problem('server.unexpected')
}
