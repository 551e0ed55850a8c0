// Products and what they cost: kept item by item, ordered by from immutable published snapshots.
export { agreementKey, readAgreement } from './agreement-store.ts'
export { categoryKey, storedCategories } from './category-store.ts'
export { barcodeFaults } from './judge-product.ts'
export { pricesOfList } from './list-prices.ts'
export { everyProduct, getProduct } from './list-products.ts'
export { pictureRuns } from './make-picture.ts'
export type { Offer } from './offer-rules.ts'
export { type OpenDrafts, openDrafts } from './open-drafts.ts'
export { orderPrices } from './order-prices.ts'
export { priceFaults } from './price-faults.ts'
export {
  listKey,
  priceKey,
  type StoredPrice,
  storedLists,
  storedPrice,
  storedPricesNamed,
} from './price-store.ts'
export { mayBecome } from './product-states.ts'
export {
  productKey,
  productOfBarcode,
  productsByCode,
  productsWithIds,
  storedProduct,
} from './product-store.ts'
export { publishCatalogue } from './publish-catalogue.ts'
export { publishParts } from './publish-parts.ts'
export {
  countPriced,
  isAnyPriced,
  type Offers,
  publishedOffers,
  publishedProducts,
} from './published-offers.ts'
export { planProductRemoval } from './remove-product.ts'
export { getAgreement, planAgreement, saveAgreement } from './save-agreement.ts'
export { saveCategory } from './save-category.ts'
export { savePriceList } from './save-list.ts'
export {
  type PriceInput,
  planPriceFrom,
  planPriceRemoval,
  priceNamed,
  removePrice,
  savePrice,
} from './save-price.ts'
export {
  type ProductInput,
  planProduct,
  planProductFrom,
  productIdOfCode,
  saveProduct,
} from './save-product.ts'
export { toldOfPublished } from './show-publication.ts'
export { publishedKey, readPublished, storedPublished } from './snapshot-store.ts'
