import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { type BrowserContext, chromium } from 'playwright-core'
import { freePort } from '../../infra/local/database-process.ts'
import { browserSettings } from './browser.ts'

export type Scores = {
  performance: number
  accessibility: number
  'best-practices': number
  failed: string[]
}

/** A browser with a profile of its own that Lighthouse can look over the shoulder of. */
export type Auditor = {
  context: BrowserContext
  /** The scores of a page as a phone sees it, 0 to 100, and the audits that keep the last two below 100. */
  audit(address: string): Promise<Scores>
  end(): Promise<void>
}

const categories = ['performance', 'accessibility', 'best-practices'] as const

/** Opens the browser; whoever signs in through `context` stays signed in while pages are looked at. */
export async function openAuditor(baseURL: string): Promise<Auditor> {
  const folder = mkdtempSync(join(tmpdir(), 'auditor-'))
  const port = await freePort(undefined)
  const { executablePath, args, env } = await browserSettings()
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
    env,
    baseURL,
    locale: 'zh-CN',
  })
  return {
    context,
    audit: async (address) => {
      const answer = await lighthouse(`${baseURL}${address}`, {
        port,
        output: 'json',
        logLevel: 'silent',
        formFactor: 'mobile',
        disableStorageReset: true,
        onlyCategories: [...categories],
      })
      if (!answer) throw new Error(`Lighthouse said nothing of ${address}`)
      return scoresOf(answer.lhr)
    },
    end: async () => {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Answer = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

function scoresOf({ categories: found, audits }: Answer): Scores {
  const of = (name: (typeof categories)[number]) => Math.round((found[name]?.score ?? 0) * 100)
  const failed = (['accessibility', 'best-practices'] as const).flatMap((name) =>
    (found[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${name}: ${id}`),
  )
  return {
    performance: of('performance'),
    accessibility: of('accessibility'),
    'best-practices': of('best-practices'),
    failed,
  }
}
