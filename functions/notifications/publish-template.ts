import { namesOfPeople } from '#identity'
import { type Actor, markOf } from '#platform/actor'
import { fieldChanges, refuseOtherVersion } from '#platform/audit/plan-change'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import type { Language } from '#shared/languages'
import {
  defaultWordings,
  type MessageWordings,
  type TemplateName,
  templateNames,
  templateOf,
  wordingFaults,
} from '#shared/message-templates'
import type { TemplateCard, TemplateView } from '#shared/notifications'
import { Problem } from '#shared/problems'
import { storedTemplates, templateKey, templateWrites, versionsOf } from './template-store.ts'

/** Every template by its event, with what it is called in the language asked for. */
export async function listTemplates(world: World, language: Language): Promise<TemplateCard[]> {
  const stored = await storedTemplates(world.table, templateNames)
  return templateNames.map((template, at) => {
    const { kind, events } = templateOf(template)
    const words = stored[at] ?? { ...defaultWordings(template), version: 0, isDefault: true }
    const { version, isDefault } = words
    return { template, kind, events: [...events], version, isDefault, subject: words[language].subject }
  })
}

/** A template with what it says now and all that it said before. */
export async function showTemplate(world: World, template: TemplateName): Promise<TemplateView> {
  const versions = await versionsOf(world.table, template)
  const names = await namesOfPeople(
    world,
    versions.map(({ by }) => by.id),
  )
  const [current] = versions
  const { zh, en } = current ?? defaultWordings(template)
  return {
    template,
    version: current?.version ?? 0,
    isDefault: current?.isDefault ?? true,
    zh,
    en,
    versions: versions.map((version) => ({ ...version, by: names.get(version.by.id) ?? '' })),
  }
}

type Publishing = { template: TemplateName; wordings: MessageWordings; baseVersion: number }

/** Publishes what a template says from now on; throws `notifications.wording_faulty` with every place that the template
 * does not have and every one that must not be left out. */
export async function publishTemplate(
  world: World,
  actor: Actor,
  { template, wordings, baseVersion }: Publishing,
): Promise<TemplateView> {
  const faults = wordingFaults(template, wordings)
  if (faults.length > 0) throw faulty(faults)
  return publish(world, actor, { template, wordings, baseVersion }, false)
}

/** Publishes the product's own words again, as a version of its own. */
export function resetTemplate(
  world: World,
  actor: Actor,
  { template, baseVersion }: Omit<Publishing, 'wordings'>,
): Promise<TemplateView> {
  return publish(world, actor, { template, wordings: defaultWordings(template), baseVersion }, true)
}

async function publish(
  world: World,
  actor: Actor,
  { template, wordings: { zh, en }, baseVersion }: Publishing,
  isDefault: boolean,
): Promise<TemplateView> {
  const [before] = await storedTemplates(world.table, [template])
  const current = before?.version ?? 0
  refuseOtherVersion(current, baseVersion)
  const version = current + 1
  const record = {
    type: 'message_template.published',
    subject: templateKey(template),
    about: { template },
    change: {
      ...fieldChanges(before ? { zh: before.zh, en: before.en } : defaultWordings(template), { zh, en }),
      version: { from: current, to: version },
    },
  } as const
  const stored = { zh, en, version, isDefault, at: world.clock.now(), by: markOf(actor) }
  await commitChange(world, actor, record, templateWrites(template, stored))
  return showTemplate(world, template)
}

function faulty(faults: ReturnType<typeof wordingFaults>): Problem {
  return new Problem(
    'notifications.wording_faulty',
    { count: faults.length },
    faults.map(({ path, fault, variable }) => ({
      path,
      code: fault === 'unknown' ? 'notifications.place_unknown' : 'notifications.place_missing',
      facts: { variable: `{${variable}}` },
    })),
  )
}
