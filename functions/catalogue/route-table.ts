// The routes of products with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader, IfMatchHeader } from '#platform/http/idempotency'
import { type Grant, grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import {
  Category,
  ChangeProductState,
  ChangeProductStates,
  CodeField,
  OrderPictures,
  PictureIdField,
  Product,
  ProductFilter,
  ProductPage,
  SaveCategory,
  SaveProduct,
  SaveProducts,
  StartedPicture,
} from '#shared/catalogue'
import { JobIdField, JobView } from '#shared/imports'
import { PageQuery } from '#shared/paging'
import { SaveVerdicts } from '#shared/prices'
import { memberRoles, staffRoles } from '#shared/roles'

const tags = ['Products']
const mayRead = {
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { company: true },
} as const satisfies Grant
// Products are the whole company's, so only who has the role at the root changes them.
const mayChange: Grant = { ...grantOf('keepProducts', { company: true }), client: ['master-data.write'] }
const maySee = {
  member: memberRoles,
  staff: staffRoles,
  client: ['orders.read', 'master-data.read'],
  scope: { company: true },
} as const satisfies Grant

const ProductParams = z.object({ product: z.string().max(60).describe('Its id, or its code.') })
const PictureParams = ProductParams.extend({ pictureId: PictureIdField })
const JobParams = ProductParams.extend({ jobId: JobIdField })

export const productsRoute = createRoute({
  method: 'get',
  path: '/products',
  summary: 'Products, by code',
  tags,
  ...allows(mayRead),
  request: {
    query: PageQuery.extend(ProductFilter.shape),
  },
  responses: { 200: answers(ProductPage, 'A page of products') },
})

export const productRoute = createRoute({
  method: 'get',
  path: '/products/{product}',
  summary: 'A product as it is kept now',
  tags,
  ...allows(mayRead),
  request: { params: ProductParams },
  responses: { 200: answers(Product, 'The product') },
})

export const saveProductRoute = createRoute({
  method: 'put',
  path: '/products/{product}',
  summary: 'Put a product in by its code, or change it',
  tags,
  ...allows(mayChange),
  request: { params: ProductParams, headers: IfMatchHeader, body: json(SaveProduct) },
  responses: { 200: answers(Product, 'The product as kept'), 201: answers(Product, 'The new product') },
})

export const saveProductsRoute = createRoute({
  method: 'post',
  path: '/products/batch',
  summary: 'Put many products in, each by itself',
  tags,
  ...allows(mayChange),
  request: { body: json(SaveProducts) },
  responses: { 200: answers(SaveVerdicts, 'A verdict for each') },
})

export const productStateRoute = createRoute({
  method: 'post',
  path: '/products/{product}/state',
  summary: 'Take a product a step along its lifecycle',
  tags,
  ...allows(mayChange),
  request: { params: ProductParams, headers: IfMatchHeader, body: json(ChangeProductState) },
  responses: { 200: answers(Product, 'The product') },
})

export const productStatesRoute = createRoute({
  method: 'post',
  path: '/products/states',
  summary: 'Take many products the same step, each by itself',
  tags,
  ...allows(mayChange),
  request: { body: json(ChangeProductStates) },
  responses: { 200: answers(SaveVerdicts, 'A verdict for each') },
})

export const startPictureRoute = createRoute({
  method: 'post',
  path: '/products/{product}/pictures',
  summary: 'Begin a picture of a product: answers where to send the file',
  tags,
  ...allows(mayChange),
  request: { params: ProductParams, headers: IdempotencyHeader },
  responses: { 201: answers(StartedPicture, 'The job, and the address to PUT the file to') },
})

export const pictureArrivalRoute = createRoute({
  method: 'post',
  path: '/products/{product}/pictures/{jobId}/arrival',
  summary: 'Make a picture once its file is there',
  tags,
  ...allows(mayChange),
  request: { params: JobParams },
  responses: { 200: answers(JobView, 'The job') },
})

export const pictureJobRoute = createRoute({
  method: 'get',
  path: '/products/{product}/pictures/{jobId}',
  summary: 'How a picture stands',
  tags,
  ...allows(mayChange),
  request: { params: JobParams },
  responses: { 200: answers(JobView, 'The job') },
})

export const orderPicturesRoute = createRoute({
  method: 'put',
  path: '/products/{product}/pictures',
  summary: 'Put the pictures of a product in another order',
  tags,
  ...allows(mayChange),
  request: { params: ProductParams, headers: IfMatchHeader, body: json(OrderPictures) },
  responses: { 200: answers(Product, 'The product') },
})

export const removePictureRoute = createRoute({
  method: 'delete',
  path: '/products/{product}/pictures/{pictureId}',
  summary: 'Take a picture off a product',
  tags,
  ...allows(mayChange),
  request: { params: PictureParams, headers: IfMatchHeader },
  responses: { 200: answers(Product, 'The product') },
})

export const pictureRoute = createRoute({
  method: 'get',
  path: '/pictures/{name}',
  summary: 'A picture in one of its sizes, the same for ever',
  tags,
  ...allows(maySee),
  request: { params: z.object({ name: z.string().max(40).describe('`<pictureId>-<96|320|960>.jpg`') }) },
  responses: {
    200: {
      description: 'The picture',
      content: { 'image/jpeg': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
})

export const categoriesRoute = createRoute({
  method: 'get',
  path: '/categories',
  summary: 'The tree of categories, those above first',
  tags,
  ...allows(maySee),
  responses: { 200: answers(z.object({ items: z.array(Category) }), 'All categories') },
})

export const saveCategoryRoute = createRoute({
  method: 'put',
  path: '/categories/{code}',
  summary: 'Put a category in, or change it',
  tags,
  ...allows(mayChange),
  request: { params: z.object({ code: CodeField }), headers: IfMatchHeader, body: json(SaveCategory) },
  responses: { 200: answers(Category, 'The category as kept') },
})
