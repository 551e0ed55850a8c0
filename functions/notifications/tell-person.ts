import type { Person } from '#identity'
import type { World } from '#platform/world'

/** Sends one message to a person: by SMS where there is a phone number, else by mail. The same `id` is shown once. */
export async function tellPerson(
  world: World,
  person: Person,
  id: string,
  message: { subject: string; text: string },
): Promise<void> {
  if (person.phone) return world.sendSms({ id, to: person.phone, text: message.text })
  if (person.mail) return world.sendMail({ id, to: person.mail, ...message })
}
