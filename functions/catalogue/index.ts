// Products and what they cost: kept item by item, ordered by from immutable published snapshots.
export { priceKey, productKey, storedPrice, storedProduct } from './product-store.ts'
export { publishCatalogue } from './publish-catalogue.ts'
export { type Offers, publishedOffers, publishedProducts } from './published-offers.ts'
export { savePrice } from './save-price.ts'
export { type ProductInput, productIdOfCode, saveProduct } from './save-product.ts'
export { publishedKey, readPublished } from './snapshot-store.ts'
