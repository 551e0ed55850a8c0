import react from '@astrojs/react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { typeFollowsLargeMode } from './type-sizes.ts'

/** The parts that every page behind the sign-in brings. */
const portalParts =
  /web\/src\/(?:api|say|formats|kept|page-language|unread-badge)\.ts|web\/src\/components\/(?:Portal|Icon|Skeleton|Trouble|language-context|leave-to-sign-in|problem-words|icons)\.tsx?|shared\/(?:ids|money|languages|texts\/pages)\.ts/

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
        "base-uri 'self'",
        "form-action 'self'",
      ],
    },
  },
  integrations: [react()],
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
                groups: [{ name: 'portal', test: portalParts }],
              },
            },
          },
        },
      },
    },
  },
})
