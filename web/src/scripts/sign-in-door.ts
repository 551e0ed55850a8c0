import { signInProblems } from '#shared/problem-lists/sign-in'
import { readKept } from '../kept.ts'

const language = document.documentElement.lang === 'en' ? 'en' : 'zh'
const asked = new URLSearchParams(location.search)
const door = document.querySelector<HTMLAnchorElement>('a[data-door]')
const returnTo = asked.get('returnTo') ?? `/${language}/`

if (door) door.href = `/api/sign-in?${new URLSearchParams({ returnTo, language })}`

const notice = document.querySelector<HTMLElement>('[data-problem]')
const problem = new Map<string, Record<typeof language, string>>(Object.entries(signInProblems)).get(
  asked.get('problem') ?? '',
)
if (notice && problem) {
  notice.textContent = problem[language]
  notice.hidden = false
}

// A page sent them here, and this browser knows them still: nobody pressed "sign out".
const ended = document.querySelector<HTMLElement>('[data-ended]')
if (ended && asked.has('returnTo') && readKept('who')) ended.hidden = Boolean(problem)
