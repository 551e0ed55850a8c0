import {
  largeKey,
  preferencesKey,
  storedLargeMode,
  storedPreferences,
  storedTemplates,
  templateKey,
} from '#notifications'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import type { PersonId } from '#shared/ids'
import { defaultWordings, type TemplateName } from '#shared/message-templates'
import type { Told } from './tell-master-data.ts'

/** How a person wants to be told, how large they read, or what a template says. */
export type MessageNamed =
  | { preferencesOf: PersonId }
  | { largeModeOf: PersonId }
  | { template: TemplateName }

/** Nothing when a person never chose; the product's own words while no others were published. */
export function toldOfMessages(world: World, named: MessageNamed): Promise<Told> {
  if ('largeModeOf' in named) return toldOfLargeMode(world, named.largeModeOf)
  return 'template' in named
    ? toldOfTemplate(world, named.template)
    : toldOfPreferences(world, named.preferencesOf)
}

async function toldOfPreferences(world: World, personId: PersonId): Promise<Told> {
  const [[stored], events] = await Promise.all([
    storedPreferences(world.table, [personId]),
    eventsOf(world.table, preferencesKey(personId)),
  ])
  return { current: { ...stored }, events }
}

async function toldOfLargeMode(world: World, personId: PersonId): Promise<Told> {
  const [stored, events] = await Promise.all([
    storedLargeMode(world.table, personId, { isStrong: true }),
    eventsOf(world.table, largeKey(personId)),
  ])
  return { current: { ...stored }, events }
}

async function toldOfTemplate(world: World, template: TemplateName): Promise<Told> {
  const [[stored], events] = await Promise.all([
    storedTemplates(world.table, [template]),
    eventsOf(world.table, templateKey(template)),
  ])
  const { zh, en } = stored ?? defaultWordings(template)
  return { current: { zh, en, version: stored?.version ?? 0 }, events }
}
