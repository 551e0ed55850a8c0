// The API on Lambda, behind an HTTP API and a CDN.
import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { startWorld } from '#platform/start-world'
import { createLazyApi } from './lazy-api.ts'

const answer = createLazyApi(startWorld(process.env))

/** Answers one API Gateway event. */
export const handler = handle(new Hono().all('*', ({ req, env }) => answer(req.raw, env)))
