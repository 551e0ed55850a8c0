// Begins a stage once: npm run begin -- --name-zh … --name-en … --administrator … --phone +86… (or --mail …)
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { begin } from '../../functions/entry/beginning.ts'
import { startWorld } from '../../functions/platform/start-world.ts'
import { Problem, problemSentence } from '../../shared/problems.ts'

const USAGE =
  'npm run begin -- --name-zh <公司> --name-en <company> --administrator <name> --phone <+86…> [--mail <address>] ' +
  '[--language zh|en] [--preset supplied|traded] [--currency CNY] [--root hq] [--service-phone <number>]'

async function beginFromArguments(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      ...{ 'name-zh': text, 'name-en': text, administrator: text, phone: text, mail: text, language: text },
      ...{ preset: text, currency: text, root: text, 'service-phone': text },
    },
  })
  const { 'name-zh': zh, 'name-en': en = zh, administrator: name, phone, mail, language } = values
  const { preset, currency, root: rootUnit, 'service-phone': servicePhone } = values
  // In the cloud the table's stream delivers; where an endpoint is named, the portal's own loops do.
  const EVENT_DELIVERY = process.env.DYNAMODB_ENDPOINT ? 'pending' : 'stream'
  await begin(startWorld({ EVENT_DELIVERY, ...process.env }), {
    ...{ preset, name: { zh, en }, currency, rootUnit, servicePhone },
    administrator: { name, phone, mail, language },
  })
  console.log(`已开始，邀请已发出。Begun; the invitation is on its way to ${phone ?? mail}.`)
}

function lineFor(error: unknown): string {
  if (error instanceof z.ZodError)
    return `${USAGE}\n${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')}`
  if (error instanceof Problem) return problemSentence(error.code, error.facts, 'en')
  return error instanceof Error ? error.message : String(error)
}

beginFromArguments().catch((error: unknown) => {
  console.error(lineFor(error))
  process.exit(1)
})
