import type * as z from 'zod'
import type { Category, Product, ProductState, SaveProduct } from '#shared/catalogue'
import type { JobView } from '#shared/imports'
import type { Page } from '#shared/paging'
import type { SaveVerdicts } from '#shared/prices'
import { newKey, query, read, write } from '../../api.ts'
import { sendFile } from '../../send-file.ts'

/** The filters of the list of products, as the page's address keeps them. */
export const productFilters = ['text', 'category', 'state', 'brand'] as const
export type ProductFilters = Readonly<Record<(typeof productFilters)[number], string>>

export function readProducts(
  filters: Partial<ProductFilters>,
  cursor?: string,
  limit = 50,
): Promise<Page<Product>> {
  return read(`/products${query({ ...filters, cursor, limit })}`)
}

export function productQuery(product: string) {
  return { queryKey: ['product', product], queryFn: () => read<Product>(`/products/${product}`) }
}

export const categoriesQuery = {
  queryKey: ['categories'],
  queryFn: () => read<{ items: Category[] }>('/categories'),
  staleTime: 600_000,
}

/** Saves a category, made from `version`; 0 when it is new. */
export function saveCategory(
  code: string,
  body: Pick<Category, 'name' | 'parent'>,
  version: number,
): Promise<Category> {
  return write('PUT', `/categories/${encodeURIComponent(code)}`, { body, version })
}

/** A product as a form sends it. */
export type ProductDraft = z.input<typeof SaveProduct>

/** Saves a product, made from `version`; 0 when it is new. */
export function saveProduct(code: string, body: ProductDraft, version: number): Promise<Product> {
  return write('PUT', `/products/${encodeURIComponent(code)}`, { body, version })
}

export function changeProductState(product: Product, to: ProductState): Promise<Product> {
  return write('POST', `/products/${product.productId}/state`, { body: { to }, version: product.version })
}

const MOST_AT_ONCE = 100

/** Takes products the same step: a verdict for each. */
export async function changeProductStates(
  products: readonly Product[],
  to: ProductState,
): Promise<SaveVerdicts['items']> {
  const verdicts: SaveVerdicts['items'] = []
  for (let start = 0; start < products.length; start += MOST_AT_ONCE) {
    const part = products.slice(start, start + MOST_AT_ONCE)
    const items = part.map(({ productId: product, version }) => ({ product, version }))
    verdicts.push(...(await write<SaveVerdicts>('POST', '/products/states', { body: { to, items } })).items)
  }
  return verdicts
}

export function orderPictures(product: Product, pictures: readonly string[]): Promise<Product> {
  return write('PUT', `/products/${product.productId}/pictures`, {
    body: { pictures },
    version: product.version,
  })
}

export function removePicture(product: Product, pictureId: string): Promise<Product> {
  return write('DELETE', `/products/${product.productId}/pictures/${pictureId}`, { version: product.version })
}

/** Sends a picture in; answers the job that makes its sizes. */
export async function sendPicture(product: Product, file: File): Promise<JobView> {
  const pictures = `/products/${product.productId}/pictures`
  const started = await write<{ job: JobView; uploadUrl: string }>('POST', pictures, { key: newKey() })
  await sendFile(started.uploadUrl, file)
  return write('POST', `${pictures}/${started.job.jobId}/arrival`)
}

export function pictureJobQuery(product: Product, jobId: string | undefined) {
  return {
    queryKey: ['picture', jobId],
    queryFn: () => read<JobView>(`/products/${product.productId}/pictures/${jobId}`),
    enabled: jobId !== undefined,
  }
}
