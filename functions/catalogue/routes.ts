import { markOf } from '#platform/actor'
import { saveMany } from '#platform/audit/save-many'
import { etagOf, onceOf, versionOfPerson } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { orderPictures, removePicture } from './change-pictures.ts'
import { changeProductState, planProductState } from './change-product-state.ts'
import { getProduct, pageOfProducts } from './list-products.ts'
import { putProduct } from './put-product.ts'
import { readPicture } from './read-picture.ts'
import {
  categoriesRoute,
  orderPicturesRoute,
  pictureArrivalRoute,
  pictureJobRoute,
  pictureRoute,
  productRoute,
  productStateRoute,
  productStatesRoute,
  productsRoute,
  removePictureRoute,
  saveCategoryRoute,
  saveProductRoute,
  saveProductsRoute,
  startPictureRoute,
} from './route-table.ts'
import { listCategories, putCategory } from './save-category.ts'
import { planProduct } from './save-product.ts'
import { showPicture, startPicture, takePicture } from './start-picture.ts'

const A_YEAR_SECONDS = 31_536_000

export const productRoutes = createRoom()
  .openapi(productsRoute, async (context) => {
    const asker = markOf(context.get('actor')).id
    return context.json(await pageOfProducts(context.get('world'), asker, context.req.valid('query')), 200)
  })
  .openapi(saveProductsRoute, async (context) => {
    const [world, { items }] = [context.get('world'), context.req.valid('json')]
    const saved = await saveMany(
      context.get('actor'),
      context.get('language'),
      items,
      ({ code }) => code,
      (input) => planProduct(world, input),
    )
    return context.json(saved, 200)
  })
  .openapi(productRoute, async (context) => {
    const product = await getProduct(context.get('world'), context.req.valid('param').product)
    context.header('ETag', etagOf(product.version))
    return context.json(product, 200)
  })
  .openapi(saveProductRoute, async (context) => {
    const { product: named } = context.req.valid('param')
    const asked = { named, fields: context.req.valid('json'), baseVersion: versionOfPerson(context) }
    const { product, isNew } = await putProduct(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(product.version))
    if (isNew) context.header('Location', `/api/products/${product.productId}`)
    return isNew ? context.json(product, 201) : context.json(product, 200)
  })
  .openapi(productStateRoute, async (context) => {
    const asked = {
      ...context.req.valid('param'),
      ...context.req.valid('json'),
      baseVersion: versionOfPerson(context),
    }
    const product = await changeProductState(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(product.version))
    return context.json(product, 200)
  })
  .openapi(productStatesRoute, async (context) => {
    const [world, { to, items }] = [context.get('world'), context.req.valid('json')]
    const saved = await saveMany(
      context.get('actor'),
      context.get('language'),
      items,
      ({ product }) => product,
      ({ product, version: baseVersion }) => planProductState(world, { product, to, baseVersion }),
    )
    return context.json(saved, 200)
  })
  .openapi(startPictureRoute, async (context) => {
    const { product } = context.req.valid('param')
    const once = onceOf(context, { product })
    const started = await startPicture(context.get('world'), context.get('actor'), product, once)
    context.header('Location', `/api/products/${product}/pictures/${started.job.jobId}`)
    return context.json(started, 201)
  })
  .openapi(pictureArrivalRoute, async (context) => {
    const { product, jobId } = context.req.valid('param')
    return context.json(await takePicture(context.get('world'), product, jobId), 200)
  })
  .openapi(pictureJobRoute, async (context) => {
    const { product, jobId } = context.req.valid('param')
    return context.json(await showPicture(context.get('world'), product, jobId), 200)
  })
  .openapi(orderPicturesRoute, async (context) => {
    const asked = {
      ...context.req.valid('param'),
      ...context.req.valid('json'),
      baseVersion: versionOfPerson(context),
    }
    const product = await orderPictures(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(product.version))
    return context.json(product, 200)
  })
  .openapi(removePictureRoute, async (context) => {
    const asked = { ...context.req.valid('param'), baseVersion: versionOfPerson(context) }
    const product = await removePicture(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(product.version))
    return context.json(product, 200)
  })
  .openapi(pictureRoute, async (context) => {
    const body = await readPicture(context.get('world'), context.req.valid('param').name)
    context.header('Cache-Control', `private, max-age=${A_YEAR_SECONDS}, immutable`)
    context.header('Content-Type', 'image/jpeg')
    return context.body(body, 200)
  })
  .openapi(categoriesRoute, async (context) =>
    context.json({ items: await listCategories(context.get('world')) }, 200),
  )
  .openapi(saveCategoryRoute, async (context) => {
    const asked = { ...context.req.valid('json'), ...context.req.valid('param') }
    const category = await putCategory(
      context.get('world'),
      context.get('actor'),
      asked,
      versionOfPerson(context),
    )
    context.header('ETag', etagOf(category.version))
    return context.json(category, 200)
  })
