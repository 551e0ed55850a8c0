// The API on Lambda, behind an HTTP API and a CDN.
import { handle } from 'hono/aws-lambda'
import { startWorld } from '#platform/start-world'
import { createApi } from './api.ts'

/** Answers one API Gateway event. */
export const handler = handle(createApi(startWorld(process.env)))
