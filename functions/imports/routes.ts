import { onceOf, versionOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { sheetContentTypes } from '#platform/sheets/write-sheet'
import { listImports } from './list-imports.ts'
import { listVerdicts } from './list-verdicts.ts'
import { columnsOfKind, makeTemplate } from './make-template.ts'
import { readHead } from './read-head.ts'
import {
  columnsRoute,
  confirmationRoute,
  discardRoute,
  listRoute,
  mappingRoute,
  mapsRoute,
  previewRoute,
  readingRoute,
  rowsRoute,
  saveMapRoute,
  showRoute,
  startRoute,
  templateRoute,
  undoRoute,
} from './route-table.ts'
import { listMaps, saveMap, setMapping } from './set-mapping.ts'
import { showImport, startImport } from './start-import.ts'
import { confirmImport, discardImport, startPreview, undoImport } from './start-phase.ts'
import { wordImport } from './word-import.ts'

export const importRoutes = createRoom()
  .openapi(startRoute, async (context) => {
    const body = context.req.valid('json')
    const started = await startImport(context.get('world'), context.get('actor'), body, onceOf(context, body))
    context.header('Location', `/api/imports/${started.import.importId}`)
    return context.json(started, 201)
  })
  .openapi(listRoute, async (context) => {
    const [world, actor, language] = [context.get('world'), context.get('actor'), context.get('language')]
    const { items, nextCursor } = await listImports(world, actor, context.req.valid('query'))
    return context.json({ items: items.map((found) => wordImport(found, language)), nextCursor }, 200)
  })
  .openapi(columnsRoute, async (context) =>
    context.json({ items: columnsOfKind(context.req.valid('param').kind) }, 200),
  )
  .openapi(templateRoute, async (context) => {
    const { kind } = context.req.valid('param')
    const { format, language = context.get('language') } = context.req.valid('query')
    const bytes = await makeTemplate(kind, format, language)
    context.header('Content-Type', sheetContentTypes[format])
    context.header('Content-Disposition', `attachment; filename="${kind}.${format}"`)
    return context.body(new Uint8Array(bytes), 200)
  })
  .openapi(showRoute, async (context) =>
    context.json(
      wordImport(
        await showImport(context.get('world'), context.get('actor'), context.req.valid('param').importId),
        context.get('language'),
      ),
      200,
    ),
  )
  .openapi(readingRoute, async (context) => {
    const { importId } = context.req.valid('param')
    return context.json(await readHead(context.get('world'), context.get('actor'), importId), 200)
  })
  .openapi(mappingRoute, async (context) => {
    const { importId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), importId, baseVersion: versionOf(context) }
    return context.json(await setMapping(context.get('world'), context.get('actor'), asked), 200)
  })
  .openapi(previewRoute, async (context) => {
    const { importId } = context.req.valid('param')
    return context.json(await startPreview(context.get('world'), context.get('actor'), importId), 200)
  })
  .openapi(confirmationRoute, async (context) => {
    const { importId } = context.req.valid('param')
    return context.json(await confirmImport(context.get('world'), context.get('actor'), importId), 200)
  })
  .openapi(undoRoute, async (context) => {
    const { importId } = context.req.valid('param')
    return context.json(await undoImport(context.get('world'), context.get('actor'), importId), 200)
  })
  .openapi(discardRoute, async (context) => {
    const { importId } = context.req.valid('param')
    const asked = { importId, baseVersion: versionOf(context) }
    return context.json(await discardImport(context.get('world'), context.get('actor'), asked), 200)
  })
  .openapi(rowsRoute, async (context) => {
    const asked = {
      ...context.req.valid('query'),
      ...context.req.valid('param'),
      language: context.get('language'),
    }
    return context.json(await listVerdicts(context.get('world'), context.get('actor'), asked), 200)
  })
  .openapi(mapsRoute, async (context) => {
    const { kind } = context.req.valid('query')
    return context.json({ items: await listMaps(context.get('world'), context.get('actor'), kind) }, 200)
  })
  .openapi(saveMapRoute, async (context) =>
    context.json(await saveMap(context.get('world'), context.get('actor'), context.req.valid('json')), 200),
  )
