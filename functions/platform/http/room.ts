// What rooms build their routes with: a typed app, and the shapes of bodies and answers.
import { OpenAPIHono } from '@hono/zod-openapi'
import * as z from 'zod'
import { refuseBadInput } from './bad-input.ts'
import type { PortalEnv } from './context.ts'

/** The answer to anything that could not be done. */
export const ProblemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    requestId: z.string(),
    facts: z.record(z.string(), z.unknown()).optional(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }).loose()).optional(),
  })
  .meta({ id: 'Problem' })

/** An empty app for the routes of one room. */
export function createRoom() {
  return new OpenAPIHono<PortalEnv>({ defaultHook: refuseBadInput })
}

/** A JSON request body of this shape. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return { content: { 'application/json': { schema } }, required: true as const }
}

/** A JSON answer of this shape. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } }
}
