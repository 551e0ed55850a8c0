// Products and what they cost: kept item by item, ordered by from immutable published snapshots.
export {
  type Price,
  type Product,
  pageOfPrices,
  pageOfProducts,
  storedPricesOf,
  storedProduct,
  storedProductsOf,
} from './product-store.ts'
export { publishCatalogue } from './publish-catalogue.ts'
export { type Offers, publishedOffers, publishedProducts } from './published-offers.ts'
export { removePrice } from './remove-price.ts'
export { removeProduct } from './remove-product.ts'
export { planPrice, savePrice } from './save-price.ts'
export { type ProductInput, planProduct, productIdOfCode, saveProduct } from './save-product.ts'
export { publishedKey, readPublished } from './snapshot-store.ts'
