import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import packed from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real browser from npm, with Chinese glyphs and its own libraries where the system has none. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await browserSettings())
}

/** How that browser is started. */
export async function browserSettings() {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'))
  return {
    executablePath: await packed.executablePath(),
    args: flags,
    env: { ...process.env, FONTCONFIG_FILE: fontsFile(folder), LD_LIBRARY_PATH: librariesIn(folder) },
  }
}

function fontsFile(folder: string): string {
  const fonts = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-sans-sc')
  const weights = ['400Regular', '600SemiBold', '700Bold'].map(
    (weight) => `<dir>${join(fonts, weight)}</dir>`,
  )
  const families = ['system-ui', 'sans-serif'].map(
    (family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  )
  const file = join(folder, 'fonts.conf')
  const cache = `<cachedir>${join(folder, 'cache')}</cachedir>`
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${weights.join('')}${families.join('')}${cache}</fontconfig>`,
  )
  return file
}

function librariesIn(folder: string): string {
  const archive = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br')
  if (!existsSync(archive)) return process.env.LD_LIBRARY_PATH ?? ''
  const unpacked = join(folder, 'al2023')
  mkdirSync(unpacked)
  writeFileSync(join(folder, 'al2023.tar'), brotliDecompressSync(readFileSync(archive)))
  execFileSync('tar', ['xf', join(folder, 'al2023.tar'), '-C', unpacked])
  return [join(unpacked, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
}
