import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import type { TemplateName } from '#shared/message-templates'
import { SaveTemplate } from '#shared/notifications'
import { Problem } from '#shared/problems'
import { messagePatterns } from './access-patterns.ts'

const templateKind = itemKind(
  'message-template',
  1,
  SaveTemplate.extend({
    version: z.number().int(),
    isDefault: z.boolean(),
    at: z.string(),
    by: z.object({ kind: z.string(), id: z.string() }),
  }),
)
/** A version of a template that the company published; version 0 is what the product says. */
export type StoredTemplate = ReturnType<(typeof templateKind)['read']>

/** Where a template lies, and its history beside it. */
export function templateKey(template: TemplateName): Key {
  return keyOf(messagePatterns.template, { template })
}

/** What templates say now, in the order of their names; undefined for those that were never published. */
export async function storedTemplates(
  table: Table,
  names: readonly TemplateName[],
): Promise<Array<StoredTemplate | undefined>> {
  return (await table.getMany(names.map(templateKey))).map(templateKind.readMaybe)
}

/** One version as it was published; it never changes. */
export async function storedVersion(
  table: Table,
  template: TemplateName,
  version: number,
): Promise<StoredTemplate | undefined> {
  return templateKind.readMaybe(await table.get(versionKey(template, version), { isStrong: true }))
}

/** All versions, newest first. */
export async function versionsOf(table: Table, template: TemplateName): Promise<StoredTemplate[]> {
  const items = await table.queryAll(
    messagePatterns.templateVersions,
    { template },
    { descending: true, isStrong: true },
  )
  return items.map(templateKind.read)
}

/** Puts a version, and makes it what is said from now on; refused when another one was published meanwhile. */
export function templateWrites(template: TemplateName, stored: StoredTemplate): Write[] {
  const { version } = stored
  const item = templateKind.write(stored)
  return [
    {
      put: { ...item, ...templateKey(template) },
      when: version === 1 ? { absent: true } : { equals: { version: version - 1 } },
      onRefused: (current) =>
        new Problem('request.changed_meanwhile', { current: templateKind.readMaybe(current)?.version ?? 0 }),
    },
    { put: { ...item, ...versionKey(template, version) }, when: { absent: true } },
  ]
}

function versionKey(template: TemplateName, version: number): Key {
  return keyOf(messagePatterns.templateVersions, { template, version: String(version).padStart(6, '0') })
}
