// Bundles each entry into a folder of its own: `node infra/aws/build/bundle.ts`.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { type EntryName, entries } from '../../../functions/entry/entries.ts'
import { trimSourceMap } from './trim-source-map.ts'

const root = join(import.meta.dirname, '../../..')

/** Where `npm run synth` finds the bundles. */
export const bundleFolder = join(root, 'dist/functions')

export type Bundle = { name: EntryName; folder: string; bytes: number; inputs: string[] }

/** Builds every entry into `outFolder/<name>/index.mjs`; the AWS SDK is inside, for it starts faster so. */
export async function bundleEntries(outFolder: string): Promise<Bundle[]> {
  const names = Object.keys(entries).filter((name): name is EntryName => Object.hasOwn(entries, name))
  return Promise.all(names.map((name) => bundleEntry(name, entries[name].file, join(outFolder, name))))
}

/** Builds one file that exports `handler`. */
export async function bundleEntry<Name extends string>(name: Name, file: string, folder: string) {
  rmSync(folder, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: file },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    // CommonJS packages inside call `require` for Node's own modules, which an ES module does not have.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    plugins: [withoutLocalesOfZod],
  })
  trimMaps(folder)
  return { name, folder, bytes: bytesOf(metafile), inputs: Object.keys(metafile.inputs) }
}

const zodFolder = dirname(createRequire(import.meta.url).resolve('zod/package.json'))

/** zod exports its messages in every language: 355 KB that nobody reads, for the texts are ours. */
const withoutLocalesOfZod: Plugin = {
  name: 'without-locales-of-zod',
  setup(build) {
    build.onResolve({ filter: /locales\/index\.(?:js|cjs)$/ }, ({ importer, path }) =>
      importer.startsWith(zodFolder) ? { path, namespace: 'no-locales', sideEffects: false } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'no-locales' }, () => ({ contents: 'export {}' }))
  },
}

/** Node parses a map with each file it loads: with those of packages that is a tenth of a cold start. */
function trimMaps(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.map'))) {
    const path = join(folder, file)
    const trimmed = trimSourceMap(
      JSON.parse(readFileSync(path, 'utf8')),
      (source) => !source.includes('node_modules/'),
    )
    writeFileSync(path, JSON.stringify(trimmed))
  }
}

function bytesOf(metafile: Metafile): number {
  const outputs = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.mjs'))
  return outputs.reduce((sum, [, { bytes }]) => sum + bytes, 0)
}

if (import.meta.main) {
  for (const { name, bytes } of await bundleEntries(bundleFolder)) {
    process.stdout.write(`${name}: ${Math.round(bytes / 1024)} KB\n`)
  }
}
