import { isProblemCode, problemSentence } from '#shared/problems'

const language = document.documentElement.lang === 'en' ? 'en' : 'zh'
const asked = new URLSearchParams(location.search)
const door = document.querySelector<HTMLAnchorElement>('a[data-door]')
const returnTo = asked.get('returnTo') ?? `/${language}/`

if (door) door.href = `/api/sign-in?${new URLSearchParams({ returnTo, language })}`

const notice = document.querySelector<HTMLElement>('[data-problem]')
const code = asked.get('problem') ?? ''
if (notice && isProblemCode(code)) {
  notice.textContent = problemSentence(code, {}, language)
  notice.hidden = false
}
