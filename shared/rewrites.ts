/** Addresses that one static shell answers: the CDN and the local server read this list. */
export const rewrites: ReadonlyArray<{ pattern: string; to: string }> = [
  { pattern: '^/(zh|en)/orders/ord_[0-9A-Z]{16}-[0-9]+/?$', to: '/$1/orders/view/' },
  { pattern: '^/(zh|en)/approvals/apr_[a-z0-9-]+-[0-9A-Z]{16}/?$', to: '/$1/approvals/view/' },
  { pattern: '^/(zh|en)/staff/customers/cus_[0-9A-Z]{16}/?$', to: '/$1/staff/customers/view/' },
  { pattern: '^/(zh|en)/staff/products/prd_[0-9A-Z]{16}/?$', to: '/$1/staff/products/view/' },
  { pattern: '^/(zh|en)/staff/imports/imp_[0-9A-Z]{16,26}/?$', to: '/$1/staff/imports/view/' },
]
