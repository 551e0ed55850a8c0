// The history of how people are called and told, and of what they are told.
import * as z from 'zod'
import type { Actor } from '#platform/actor'
import { grantOf } from '#platform/http/rights'
import type { PersonId } from '#shared/ids'
import { TemplateNameField } from '#shared/notifications'
import { Problem } from '#shared/problems'
import { historyRoutes, onlyOne, tells } from './history-routes.ts'

const ofTemplate = grantOf('wordMessages', { company: true })

export const messageHistoryRoutes = historyRoutes([
  tells({
    path: '/people/me/preferences',
    parts: onlyOne,
    rights: 'signed-in',
    named: (_, context) => ({ preferencesOf: personOf(context.get('actor')) }),
    history: 'When I changed how I want to be told',
    record: 'How I wanted to be told at an instant',
  }),
  tells({
    path: '/people/me/large-mode',
    parts: onlyOne,
    rights: 'signed-in',
    named: (_, context) => ({ largeModeOf: personOf(context.get('actor')) }),
    history: 'When I changed how large I read',
    record: 'How large I read at an instant',
  }),
  tells({
    path: '/people/me',
    parts: onlyOne,
    rights: 'signed-in',
    named: (_, context) => ({ person: personOf(context.get('actor')) }),
    history: 'Who changed how I am called and reached',
    record: 'How I was called and reached at an instant',
  }),
  tells({
    path: '/message-templates/{template}',
    parts: z.object({ template: TemplateNameField }),
    rights: ofTemplate,
    named: (template) => template,
    history: 'Who changed what a template says',
    record: 'What a template said at an instant',
  }),
])

function personOf(actor: Actor): PersonId {
  if (actor.kind !== 'member' && actor.kind !== 'staff') throw new Problem('identity.not_allowed')
  return actor.personId
}
