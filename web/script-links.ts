// What a page fetches ahead of being asked for: the scripts of its island, and what a late part brings along.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** Groups that are there long before any part is asked for late (web/astro.config.ts). */
const alwaysThere = /\/(?:portal|reading|queries|formats|order-rules|order-parts|rolldown-runtime)\.[^/]+$/

/** Links each page to all that its island imports, so that it comes in one trip instead of one for each level; a late
 * part names only what is not there already, which keeps those lists short. */
export function linkScripts(): AstroIntegration {
  return {
    name: 'link-scripts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [{ name: 'late-parts', configEnvironment: shortLists }] } })
      },
      'astro:build:done': ({ dir, assets }) => {
        const site = fileURLToPath(dir)
        for (const pages of assets.values()) {
          for (const page of pages)
            if (page.pathname.endsWith('.html')) linkIslands(site, fileURLToPath(page))
        }
      },
    },
  }
}

function shortLists(environment: string) {
  if (environment !== 'client') return
  const resolveDependencies = (_: string, parts: string[]) => parts.filter((part) => !alwaysThere.test(part))
  return { build: { modulePreload: { polyfill: false, resolveDependencies } } }
}

function linkIslands(site: string, page: string): void {
  const html = readFileSync(page, 'utf8')
  const named = [...html.matchAll(/(?:component|renderer)-url="([^"]+\.js)"/g)].map(([, path = '']) => path)
  const scripts = new Set(named)
  for (const path of scripts) {
    for (const [, name] of readFileSync(`${site}${path}`, 'utf8').matchAll(importedAtOnce)) {
      scripts.add(`/_astro/${name}`)
    }
  }
  if (scripts.size === 0) return
  const links = [...scripts].map((path) => `<link rel="modulepreload" href="${path}">`).join('')
  writeFileSync(page, html.replace('</head>', `${links}</head>`))
}

const importedAtOnce = /(?:from|import)\s*["'`]\.\/([\w.~-]+\.js)["'`]/g
