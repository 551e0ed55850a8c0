import react from '@astrojs/react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { linkScripts } from './script-links.ts'
import { typeFollowsLargeMode } from './type-sizes.ts'

/** What reading pages need of the portal as well: kept small, so a group of its own. */
const readingParts =
  /web\/src\/(?:api|kept|page-language|scripts\/(?!ask-|lift-|sign-in-).*)\.ts|shared\/(?:ids|languages)\.ts|preload-helper|rolldown-runtime/

/** The parts that every page behind the sign-in brings. */
const portalParts =
  /web\/src\/(?:say)\.ts|web\/src\/components\/(?:Portal|Icon|Skeleton|Trouble|language-context|leave-to-sign-in|problem-words|icons)\.tsx?|shared\/(?:texts\/pages)\.ts|@astrojs\/react|react\/(?:jsx-runtime|cjs\/react-jsx)/

/** Questions and their answers, for pages that ask several things; long lists that are read on, and changes, come on top. */
const queryParts =
  /@tanstack\/(?:react-query|query-core)\/(?!.*(?:nfinite|useMutation|mutationObserver|useQueries|queriesObserver))/

/** What the order page judges lines by, and the small parts around it: what it reads, as the lists of orders do. */
const orderRules =
  /orders\/entry\/(?:draft\/quantities|rows\/favourites|send\/leave-out)\.ts|shared\/(?:order-rules|order-refusal|band-refusals|quantity-rules|band-rules|unit-chain|price-rules|tax|picture-sizes|colours)\.ts/

/** Small parts that the order page brings beside its rows: as one file they weigh less. */
const orderParts =
  /calendar\/(?:time-left|use-time-left)\.ts|orders\/(?:Tile|entry\/(?:sheet-context|sheet-items|fill\/fill-rows|draft\/merge-drafts|fill\/scan-codes))\.tsx?|desk\/desk-return\.ts|shared\/(?:gtin|product-search|supply-left)\.ts/

/** What comes behind the order page and what is opened over it: small parts that several of them bring. */
const orderLateParts =
  /texts\/order-(?:side|notices|mend|ways)\.ts|orders\/entry\/(?:SheetDialog|NotLoaded|fill\/(?:fill-instead|order-again))\.tsx?/

export default defineConfig({
  output: 'static',
  outDir: '../dist/site',
  cacheDir: '../node_modules/.astro',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  // The header carries what a page's own policy cannot (shared/security-headers.ts).
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self' https:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
  integrations: [react(), linkScripts()],
  vite: {
    plugins: [tailwindcss()],
    cacheDir: '../node_modules/.vite',
    css: { postcss: { plugins: [typeFollowsLargeMode] } },
    build: { target: 'es2022' },
    // What every page of the portal needs comes as one file: many small ones weigh more.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: 'reading', test: readingParts, priority: 2 },
                  { name: 'portal', test: portalParts, priority: 1 },
                  { name: 'queries', test: queryParts },
                  { name: 'order-rules', test: orderRules },
                  // Read by lists as well, which need nothing else of those parts.
                  {
                    name: 'formats',
                    test: /web\/src\/formats\.ts|shared\/money\.ts|orders\/order-queries\.ts/,
                    priority: 1,
                  },
                  { name: 'order-parts', test: orderParts },
                  { name: 'order-late-parts', test: orderLateParts },
                ],
              },
            },
          },
        },
      },
    },
  },
})
