import { readFileSync } from 'node:fs'
import react from '@astrojs/react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'

// Every answer brings its sentence, so the lists of what only the server refuses stay out of the pages.
const serverWordsProblems = {
  name: 'server-words-problems',
  enforce: 'pre' as const,
  load(id: string) {
    if (!/\/shared\/problem-lists\/[\w-]+\.ts$/.test(id)) return undefined
    const names = readFileSync(id, 'utf8').matchAll(/^export const (\w+)/gm)
    return [...names].map(([, name]) => `export const ${name} = {}`).join('\n')
  },
}

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
    plugins: [serverWordsProblems, tailwindcss()],
    cacheDir: '../node_modules/.vite',
    build: { target: 'es2022' },
  },
})
