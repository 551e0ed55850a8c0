// A browser without a script for tests of server-rendered pages: keeps cookies, follows redirects, fills forms.

export type Shown = { url: string; status: number; html: string; headers: Headers }

export type TinyBrowser = {
  open(url: string): Promise<Shown>
  submit(page: Shown, fields: Record<string, string>, formAt?: number): Promise<Shown>
}

type Cookie = { name: string; value: string; path: string }

/** Opens pages until one is not a redirect, or leads to `stopAt` (which is then not opened). */
export function aTinyBrowser(stopAt: string, language = 'zh-CN'): TinyBrowser {
  const jar = new Map<string, Cookie>()
  const go = async (target: string, form?: URLSearchParams): Promise<Shown> => {
    if (target.startsWith(stopAt)) return { url: target, status: 0, html: '', headers: new Headers() }
    const url = new URL(target)
    const sent = [...jar.values()].filter(({ path }) => url.pathname.startsWith(path))
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        'accept-language': language,
        cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; '),
        ...(form ? { origin: url.origin } : {}),
      },
      ...(form ? { body: form } : {}),
    })
    for (const line of response.headers.getSetCookie()) keep(jar, line)
    const location = response.headers.get('location')
    if (location) return go(new URL(location, url).href)
    return { url: url.href, status: response.status, html: await response.text(), headers: response.headers }
  }
  return {
    open: (url) => go(url),
    submit(page, fields, formAt = 0) {
      const action = [...page.html.matchAll(/<form[^>]*action="([^"]+)"/g)][formAt]?.[1]
      if (!action) throw new Error(`No form ${formAt} on ${page.url}: ${page.html}`)
      return go(new URL(action, page.url).href, new URLSearchParams(fields))
    },
  }
}

function keep(jar: Map<string, Cookie>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/'
  if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(`${name} ${path}`)
  else jar.set(`${name} ${path}`, { name, value, path })
}
