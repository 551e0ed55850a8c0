import { randomUUID } from 'node:crypto'
import { productIdOfCode, savePrice, saveProduct } from '#catalogue'
import type { ProductId } from '#shared/ids'
import { onePrice } from '#shared/price-rules'
import { addPicture } from '../../functions/catalogue/change-pictures.ts'
import { uploadedPictureKey } from '../../functions/catalogue/picture-files.ts'
import { startPicture } from '../../functions/catalogue/start-picture.ts'
import type { Sent } from '../support/api-client.ts'
import type { Side, Stage } from './stage.ts'

type Sample = Sent & { path: string }

const tester = { kind: 'system', name: 'tests' } as const
const unit = { zh: '条', en: 'carton' }
const name = { zh: '新品', en: 'New' }
const fresh = { 'if-match': '"0"' }
const PICTURE = '0123456789ABCDEF'
const OTHER_PICTURE = 'FEDCBA9876543210'

let made = 0
const nextCode = () => `S-${++made}`

async function aDraft(stage: Stage): Promise<ProductId> {
  const code = nextCode()
  const fields = { category: 'other', brand: '', glyph: '品', colour: '#355487' }
  await saveProduct(stage.world, tester, {
    ...fields,
    code,
    name,
    unit,
    minimum: 1,
    multiple: 1,
    taxRate: 1300,
  })
  return productIdOfCode(code)
}

async function aPictureJob(stage: Stage): Promise<string> {
  const key = randomUUID()
  const { job } = await startPicture(stage.world, tester, stage.product, { key, fingerprint: key })
  await stage.world.files.write(uploadedPictureKey(`job_${job.jobId.slice(4)}`), 'x', 'image/jpeg')
  return `/products/${stage.product}/pictures/${job.jobId}`
}

async function publishedVersion({ world }: Stage): Promise<string> {
  const item = await world.table.get({ pk: 'CATALOGUE', sk: 'PUBLISHED' }, { isStrong: true })
  return `"${item?.version}"`
}

/** Requests of the routes of products and prices. */
export const catalogueSamples: Record<string, (stage: Stage, side: Side) => Promise<Sample> | Sample> = {
  'GET /products': () => ({ path: '/products?text=p' }),
  'GET /products/{product}': (stage) => ({ path: `/products/${stage.product}` }),
  'PUT /products/{product}': () => ({
    path: `/products/${nextCode()}`,
    method: 'PUT',
    headers: fresh,
    body: { name, unit },
  }),
  'POST /products/batch': () => ({
    path: '/products/batch',
    method: 'POST',
    body: { items: [{ code: nextCode(), name, unit }] },
  }),
  'POST /products/{product}/state': async (stage) => ({
    path: `/products/${await aDraft(stage)}/state`,
    method: 'POST',
    headers: { 'if-match': '"1"' },
    body: { to: 'on-sale' },
  }),
  'POST /products/states': async (stage) => ({
    path: '/products/states',
    method: 'POST',
    body: { to: 'on-sale', items: [{ product: await aDraft(stage), version: 1 }] },
  }),
  'POST /products/{product}/pictures': (stage) => ({
    path: `/products/${stage.product}/pictures`,
    method: 'POST',
  }),
  'POST /products/{product}/pictures/{jobId}/arrival': async (stage) => ({
    path: `${await aPictureJob(stage)}/arrival`,
    method: 'POST',
  }),
  'GET /products/{product}/pictures/{jobId}': async (stage) => ({ path: await aPictureJob(stage) }),
  'PUT /products/{product}/pictures': async (stage) => {
    const productId = await aDraft(stage)
    for (const picture of [PICTURE, OTHER_PICTURE]) await addPicture(stage.world, tester, productId, picture)
    return {
      path: `/products/${productId}/pictures`,
      method: 'PUT',
      headers: { 'if-match': '"3"' },
      body: { pictures: [OTHER_PICTURE, PICTURE] },
    }
  },
  'DELETE /products/{product}/pictures/{pictureId}': async (stage) => {
    const productId = await aDraft(stage)
    await addPicture(stage.world, tester, productId, PICTURE)
    return {
      path: `/products/${productId}/pictures/${PICTURE}`,
      method: 'DELETE',
      headers: { 'if-match': '"2"' },
    }
  },
  'GET /pictures/{name}': async (stage) => {
    await stage.world.files.write(`pictures/${PICTURE}-96.jpg`, 'x', 'image/jpeg')
    return { path: `/pictures/${PICTURE}-96.jpg` }
  },
  'GET /cycles/{cycleId}/limits/{product}': (stage) => ({
    path: `/cycles/${stage.cycleId}/limits/${stage.product}`,
  }),
  'PUT /cycles/{cycleId}/limits/{product}': async (stage) => {
    const item = await stage.world.table.get({ pk: `L#${stage.cycleId.slice(4)}`, sk: 'RELEASE' })
    const headers = { 'if-match': `"${item?.version ?? 0}"` }
    const path = `/cycles/${stage.cycleId}/limits/${await aDraft(stage)}`
    return { path, method: 'PUT', headers, body: { grade: 18, quantity: 10 } }
  },
  'POST /cycles/{cycleId}/limits/batch': async (stage) => ({
    path: `/cycles/${stage.cycleId}/limits/batch`,
    method: 'POST',
    body: { items: [{ product: await aDraft(stage), grade: 18, quantity: 10 }] },
  }),
  'GET /categories': () => ({ path: '/categories' }),
  'PUT /categories/{code}': () => ({
    path: `/categories/${nextCode()}`,
    method: 'PUT',
    headers: fresh,
    body: { name },
  }),
  'GET /price-lists': () => ({ path: '/price-lists' }),
  'PUT /price-lists/{list}': () => ({
    path: `/price-lists/${nextCode()}`,
    method: 'PUT',
    headers: fresh,
    body: { name, level: 'class' },
  }),
  'GET /price-lists/{list}/prices': () => ({ path: '/price-lists/standard/prices' }),
  'PUT /price-lists/{list}/prices/{product}': async (stage) => ({
    path: `/price-lists/standard/prices/${await aDraft(stage)}`,
    method: 'PUT',
    headers: fresh,
    body: { breaks: onePrice(1000) },
  }),
  'POST /price-lists/{list}/prices/batch': (stage) => ({
    path: '/price-lists/standard/prices/batch',
    method: 'POST',
    body: { items: [{ product: stage.product, from: '2027-01-01', breaks: onePrice(++made) }] },
  }),
  'DELETE /price-lists/{list}/prices/{product}': async (stage) => {
    const productId = await aDraft(stage)
    await savePrice(stage.world, tester, { list: 'standard', productId, breaks: onePrice(1000) })
    return {
      path: `/price-lists/standard/prices/${productId}`,
      method: 'DELETE',
      headers: { 'if-match': '"1"' },
    }
  },
  'GET /price-lists/changes': () => ({ path: '/price-lists/changes' }),
  'POST /price-lists/publication': async (stage) => ({
    path: '/price-lists/publication',
    method: 'POST',
    headers: { 'if-match': await publishedVersion(stage) },
    body: {},
  }),
  'GET /customers/{customerId}/agreement': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/agreement`,
  }),
  'PUT /customers/{customerId}/agreement': async (stage, side) => {
    const customerId = stage.customers[side]
    const item = await stage.world.table.get({ pk: `AGREED#${customerId.slice(4)}`, sk: 'A' })
    return {
      path: `/customers/${customerId}/agreement`,
      method: 'PUT',
      headers: { 'if-match': `"${item?.v ?? 0}"` },
      body: { rows: [{ productId: stage.product, breaks: onePrice(++made) }] },
    }
  },
}
