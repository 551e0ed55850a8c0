// Frames the few server-rendered pages of the local helpers (sign-in, mailbox): no script, strict policy, both themes.
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

export type Language = 'zh' | 'en'

const STYLE = `
:root{color-scheme:light dark;--paper:#faf9f5;--card:#fff;--ink:#1d2125;--soft:#5b6269;--line:#e5e2d9;--edge:#8a9097;--brand:#1f5f4a;--tint:#e6f0eb;--on-brand:#fff;--refused:#b3261e;--done:#1f7a4d}
@media (prefers-color-scheme:dark){:root{--paper:#15181a;--card:#1d2124;--ink:#eceae4;--soft:#a9afb4;--line:#2f3438;--edge:#7d848a;--brand:#6cc3a0;--tint:#1f332b;--on-brand:#15181a;--refused:#f0928b;--done:#6cc38f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 system-ui,"PingFang SC","HarmonyOS Sans SC","Noto Sans SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
main{max-width:420px;margin:0 auto;padding:24px 16px}
main.wide{max-width:760px}
h1{font-size:20px;line-height:1.4;margin:0 0 4px}
h2{font-size:15px;margin:0}
p{margin:0 0 12px}
small,.soft{color:var(--soft);font-size:13px}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px;margin:16px 0}
nav{display:flex;flex-wrap:wrap;gap:8px;margin:16px 0}
nav a{display:flex;align-items:center;min-height:44px;padding:0 12px;border:1px solid var(--line);border-radius:8px;color:var(--ink);text-decoration:none}
nav a[aria-current]{background:var(--tint);border-color:var(--brand);color:var(--brand);font-weight:600}
a{color:var(--brand)}
a.target{display:inline-flex;align-items:center;min-height:44px}
label{display:block;font-weight:600;margin:12px 0 4px}
input{width:100%;min-height:44px;padding:8px 12px;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--edge);border-radius:6px}
input[name=code]{font-size:20px;letter-spacing:.3em;font-variant-numeric:tabular-nums}
button{width:100%;min-height:44px;margin-top:16px;padding:8px 16px;font:inherit;font-weight:600;color:var(--on-brand);background:var(--brand);border:1px solid var(--brand);border-radius:8px;cursor:pointer}
button.quiet{color:var(--brand);background:transparent}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
[role=alert]{border-left:4px solid var(--refused);padding:8px 12px;margin:0 0 12px;background:var(--card);color:var(--refused)}
[role=status]{border-left:4px solid var(--done);padding:8px 12px;margin:0 0 12px;color:var(--done)}
pre{font:inherit;white-space:pre-wrap;margin:8px 0 0}
dl{display:grid;grid-template-columns:auto 1fr;gap:0 12px;margin:4px 0 0}
dt{color:var(--soft)}
dd{margin:0}
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  const replacements: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (sign) => replacements[sign] ?? sign)
}

export type Page = {
  language: Language
  title: string
  /** HTML that is already escaped. */
  body: string
  isWide?: boolean
  status?: number
  /** Origins beside our own that a form may end at, since browsers check redirects after a form too. */
  formTargets?: string[]
}

/** Sends a whole page with its content policy. */
export function sendPage(response: ServerResponse, page: Page): void {
  response.writeHead(page.status ?? 200, pageHeaders(page.formTargets)).end(framed(page))
}

/** The page as a document. */
export function framed({ language, title, body, isWide }: Page): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main${isWide ? ' class="wide"' : ''}>${body}</main></body>
</html>`
}

/** Headers of every page: nothing but our own style and forms. */
export function pageHeaders(formTargets: string[] = []): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "img-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }
}

/** The first language of a list of wishes (`ui_locales`, Accept-Language) that we speak; Chinese where none is. */
export function chooseLanguage(...wishes: (string | undefined)[]): Language {
  for (const wish of wishes) {
    for (const tag of (wish ?? '').toLowerCase().split(/[\s,]+/)) {
      if (tag.startsWith('zh')) return 'zh'
      if (tag.startsWith('en')) return 'en'
    }
  }
  return 'zh'
}
