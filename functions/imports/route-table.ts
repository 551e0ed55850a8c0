import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader, IfMatchHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { fileFormats, importKinds } from '#shared/import-words'
import {
  ImportColumns,
  ImportFilter,
  ImportIdField,
  ImportList,
  ImportView,
  RowVerdictPage,
  rowVerdictNames,
  SavedMap,
  SavedMaps,
  SetMapping,
  StartedImport,
  StartImport,
} from '#shared/imports'
import { languages } from '#shared/languages'
import { PageQuery } from '#shared/paging'

const tags = ['Imports']
const rights = allows({ ...grantOf('importFiles', { company: true }), client: ['master-data.write'] })
const params = z.object({ importId: ImportIdField })
const KindField = z.enum(importKinds)
const theImport = { 200: answers(ImportView, 'The import') }

export const startRoute = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Begin an import: answers where to send the file',
  tags,
  ...rights,
  request: { headers: IdempotencyHeader, body: json(StartImport) },
  responses: { 201: answers(StartedImport, 'The import, and the address to PUT the file to') },
})

export const listRoute = createRoute({
  method: 'get',
  path: '/imports',
  summary: 'Imports, newest first',
  tags,
  ...rights,
  request: { query: PageQuery.extend(ImportFilter.shape) },
  responses: { 200: answers(ImportList, 'A page of imports') },
})

export const showRoute = createRoute({
  method: 'get',
  path: '/imports/{importId}',
  summary: 'How an import stands',
  tags,
  ...rights,
  request: { params },
  responses: theImport,
})

export const readingRoute = createRoute({
  method: 'post',
  path: '/imports/{importId}/reading',
  summary: 'Look at the file once it is there: columns, samples, and a mapping to begin with',
  tags,
  ...rights,
  request: { params },
  responses: theImport,
})

export const mappingRoute = createRoute({
  method: 'put',
  path: '/imports/{importId}/mapping',
  summary: 'Say which column of the file stands for which of ours',
  tags,
  ...rights,
  request: { params, headers: IfMatchHeader, body: json(SetMapping) },
  responses: theImport,
})

export const previewRoute = createRoute({
  method: 'post',
  path: '/imports/{importId}/preview',
  summary: 'Work out what each row would do, changing nothing',
  tags,
  ...rights,
  request: { params },
  responses: theImport,
})

export const confirmationRoute = createRoute({
  method: 'post',
  path: '/imports/{importId}/confirmation',
  summary: 'Do what the preview showed',
  tags,
  ...rights,
  request: { params },
  responses: theImport,
})

export const undoRoute = createRoute({
  method: 'post',
  path: '/imports/{importId}/undo',
  summary: 'Take an import back while nothing was built on it',
  tags,
  ...rights,
  request: { params },
  responses: theImport,
})

export const discardRoute = createRoute({
  method: 'post',
  path: '/imports/{importId}/discarding',
  summary: 'Put an import aside that changed nothing yet',
  tags,
  ...rights,
  request: { params, headers: IfMatchHeader },
  responses: theImport,
})

export const rowsRoute = createRoute({
  method: 'get',
  path: '/imports/{importId}/rows',
  summary: 'What becomes of each row, in the newest phase',
  tags,
  ...rights,
  request: { params, query: PageQuery.extend({ verdict: z.enum(rowVerdictNames).optional() }) },
  responses: { 200: answers(RowVerdictPage, 'A page of verdicts') },
})

export const columnsRoute = createRoute({
  method: 'get',
  path: '/imports/columns/{kind}',
  summary: 'The columns that a kind of file may bring',
  tags,
  ...rights,
  request: { params: z.object({ kind: KindField }) },
  responses: { 200: answers(ImportColumns, 'Our columns, in the order of the template') },
})

export const templateRoute = createRoute({
  method: 'get',
  path: '/imports/templates/{kind}',
  summary: 'An empty file to fill in, with two example rows',
  tags,
  ...rights,
  request: {
    params: z.object({ kind: KindField }),
    query: z.object({
      format: z.enum(fileFormats).default('xlsx'),
      language: z.enum(languages).optional(),
    }),
  },
  responses: { 200: { description: 'The file' } },
})

export const mapsRoute = createRoute({
  method: 'get',
  path: '/import-maps',
  summary: 'The mappings kept for a kind of file',
  tags,
  ...rights,
  request: { query: z.object({ kind: KindField }) },
  responses: { 200: answers(SavedMaps, 'The mappings') },
})

export const saveMapRoute = createRoute({
  method: 'put',
  path: '/import-maps',
  summary: 'Keep a mapping for files of the same columns',
  tags,
  ...rights,
  request: { body: json(SavedMap) },
  responses: { 200: answers(SavedMap, 'The mapping') },
})
