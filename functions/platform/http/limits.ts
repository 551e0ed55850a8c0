// Bounds of a request body, held before any work is done on it.
import { createMiddleware } from 'hono/factory'
import { Problem } from '#shared/problems'
import type { PortalEnv } from './context.ts'

export const MOST_BODY_BYTES = 1_000_000
export const MOST_BODY_DEPTH = 32

const bodyless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses bodies that are too large, nested too deep, or not JSON. */
export const holdLimits = createMiddleware<PortalEnv>(async (context, next) => {
  if (!bodyless.has(context.req.method)) {
    if (Number(context.req.header('content-length') ?? 0) > MOST_BODY_BYTES) throw tooLarge()
    const text = await context.req.text()
    if (Buffer.byteLength(text) > MOST_BODY_BYTES) throw tooLarge()
    if (text !== '') judgeBody(text, context.req.header('content-type') ?? '')
  }
  await next()
})

function judgeBody(text: string, contentType: string): void {
  if (!/^application\/json\s*(;|$)/i.test(contentType)) throw new Problem('request.wrong_type')
  if (depthOf(text) > MOST_BODY_DEPTH) throw new Problem('request.too_deep', { mostDepth: MOST_BODY_DEPTH })
}

function tooLarge(): Problem {
  return new Problem('request.too_large', { mostBytes: MOST_BODY_BYTES })
}

/** How deep arrays and objects nest in a JSON text, without parsing it. */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isInText = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isInText) {
      if (character === '\\') at++
      else if (character === '"') isInText = false
    } else if (character === '"') isInText = true
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else if (character === '}' || character === ']') depth--
  }
  return deepest
}
