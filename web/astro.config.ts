import react from '@astrojs/react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { typeFollowsLargeMode } from './type-sizes.ts'

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
  },
})
