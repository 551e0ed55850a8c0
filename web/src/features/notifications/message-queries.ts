import type { FoundCustomer } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import type { TemplateName } from '#shared/message-templates'
import type {
  FailedMessages,
  InboxMessage,
  MyFrame,
  Preferences,
  SavePreferences,
  SaveTemplate,
  SentMessage,
  SettledMessages,
  SettleFailed,
  TemplateCard,
  TemplateView,
} from '#shared/notifications'
import type { Page } from '#shared/paging'
import { query, read, write } from '../../api.ts'

export function readMessages(cursor?: string): Promise<Page<InboxMessage>> {
  return read(`/messages${query({ cursor, limit: 20 })}`)
}

/** Marks messages as read; answers how many are left. */
export function markRead(messageIds: readonly string[]): Promise<MyFrame> {
  return write('POST', '/messages/reading', { body: { messageIds } })
}

export function readPreferences(): Promise<Preferences> {
  return read('/people/me/preferences')
}

export function savePreferences(body: SavePreferences, version: number): Promise<Preferences> {
  return write('PUT', '/people/me/preferences', { body, version })
}

export const templatesQuery = {
  queryKey: ['templates'],
  queryFn: () => read<{ items: TemplateCard[] }>('/message-templates'),
}

export function templateQuery(template: TemplateName) {
  return {
    queryKey: ['templates', template],
    queryFn: () => read<TemplateView>(`/message-templates/${template}`),
  }
}

export function publishTemplate(
  template: TemplateName,
  body: SaveTemplate,
  version: number,
): Promise<TemplateView> {
  return write('PUT', `/message-templates/${template}`, { body, version })
}

export function resetTemplate(template: TemplateName, version: number): Promise<TemplateView> {
  return write('POST', `/message-templates/${template}/reset`, { version })
}

export const failedQuery = {
  queryKey: ['messages', 'failed'],
  queryFn: () => read<FailedMessages>('/messages/failed'),
}

/** Sends messages again that could not be sent, or lists them no more; answers how many. */
export function settleFailed(body: SettleFailed): Promise<SettledMessages> {
  return write('POST', '/messages/failed/actions', { body })
}

/** The filters of the page, as its address keeps them. */
export const wordingFilters = ['show', 'template', 'customerId', 'personId', 'state'] as const

export function readSent(
  customerId: CustomerId,
  asked: { personId: string; state: string },
  cursor?: string,
): Promise<Page<SentMessage>> {
  return read(`/customers/${customerId}/messages${query({ ...asked, cursor, limit: 50 })}`)
}

export function findShops(text: string): Promise<{ items: FoundCustomer[] }> {
  return read('/customers/found', text)
}
