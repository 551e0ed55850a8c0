import type { World } from '#platform/world'
import type { Language } from '#shared/languages'
import {
  defaultWordings,
  type MessageWordings,
  type TemplateName,
  type WrittenMessage,
  writeMessage,
} from '#shared/message-templates'
import type { Message } from './message-store.ts'
import { storedVersion } from './template-store.ts'

/** A message in one language, in the words of the version that was in force when its event was told. */
export async function wordMessage(
  world: World,
  message: Pick<Message, 'template' | 'templateVersion' | 'facts' | 'to'>,
  language: Language,
): Promise<WrittenMessage> {
  const wordings = await wordingsOf(world, message.template, message.templateVersion)
  const link = `${world.config.publicOrigin}/${language}/${message.to}`
  return writeMessage(wordings[language], message.facts, language, link)
}

/** What a version of a template says; version 0 is the product's own. */
function wordingsOf(world: World, template: TemplateName, version: number): Promise<MessageWordings> {
  if (version === 0) return Promise.resolve(defaultWordings(template))
  return world.remember(`template ${world.config.tableName} ${template} ${version}`, async () => {
    const stored = await storedVersion(world.table, template, version)
    if (!stored) throw new Error(`Template ${template} lacks its version ${version}`)
    return stored
  })
}
