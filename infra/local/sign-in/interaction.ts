// Serves /oidc/interaction/:uid: reads the form, takes the step, shows the page or hands the person back.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type Provider } from 'oidc-provider'
import { chooseLanguage, type Language, sendPage } from '../page-frame.ts'
import {
  askForCode,
  enterCode,
  enterPassword,
  type SignInWorld,
  type Step,
  type StepResult,
  sendCode,
  setPassword,
  stepOf,
} from './interaction-steps.ts'
import { codePage, noticePage, passwordPage, type Way, waysPage } from './sign-in-pages.ts'
import { type SignInText, signInText } from './sign-in-texts.ts'

const MOST_FORM_BYTES = 8192

export type InteractionPlace = {
  provider: Provider
  world: SignInWorld
  /** Where the pages live, e.g. `/oidc/interaction`. */
  path: string
  home: string
  /** Origins that the sign-in may end at. */
  formTargets: string[]
}

type Visit = InteractionPlace & {
  request: IncomingMessage
  response: ServerResponse
  uid: string
  language: Language
  base: string
}

/** Answers one request for an interaction's page or form. */
export async function handleInteraction(
  place: InteractionPlace,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', place.home)
  const [uid = '', stepName = ''] = url.pathname.slice(place.path.length + 1).split('/')
  const accepted = chooseLanguage(request.headers['accept-language'])
  const details = await place.provider.interactionDetails(request, response).catch((error: unknown) => {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  })
  if (!details || details.uid !== uid) {
    const body = noticePage(accepted, 'lost', 'lostHint', place.home)
    return sendPage(response, { language: accepted, title: signInText(accepted, 'lost'), body, status: 404 })
  }
  const language = chooseLanguage(String(details.params.ui_locales ?? ''), accepted)
  const visit: Visit = { ...place, request, response, uid, language, base: `${place.path}/${uid}` }
  if (request.method === 'POST') return takeStep(visit, stepName)
  return showStep(visit, stepName, url.searchParams)
}

async function showStep(visit: Visit, stepName: string, query: URLSearchParams): Promise<void> {
  const step = await stepOf(visit.world, visit.uid)
  const complaint = query.get('again') === 'wait' ? 'stillGood' : undefined
  if (stepName === 'code' && step) return show(visit, codeView(visit, step, complaint))
  if (stepName === 'new-password' && step?.isProven) return show(visit, passwordView(visit, step))
  const asked = query.get('way')
  const way: Way = asked === 'mail' || asked === 'first' ? asked : 'phone'
  return show(visit, waysPage({ language: visit.language, base: visit.base }, way))
}

async function takeStep(visit: Visit, stepName: string): Promise<void> {
  const { world, uid, language, base } = visit
  if (isForeign(visit)) return show(visit, noticePage(language, 'lost', 'lostHint', visit.home), 403)
  const form = await readForm(visit.request)
  const typed = (name: string) => form.get(name) ?? ''
  const facts = { language, base }
  const ways = (way: Way, field: string) => (complaint: SignInText) =>
    waysPage({ ...facts, complaint, typed: typed(field) }, way)
  if (stepName === 'phone') {
    return settle(
      visit,
      await askForCode(world, uid, 'phone', typed('phone'), language),
      ways('phone', 'phone'),
    )
  }
  if (stepName === 'first') {
    return settle(
      visit,
      await askForCode(world, uid, 'email', typed('email'), language),
      ways('first', 'email'),
    )
  }
  if (stepName === 'mail') {
    return settle(visit, await enterPassword(world, typed('email'), typed('password')), ways('mail', 'email'))
  }
  const step = await stepOf(world, uid)
  if (!step) return redirect(visit.response, base)
  const code = (complaint: SignInText) => codeView(visit, step, complaint)
  if (stepName === 'again') return settle(visit, await sendCode(world, uid, step, language), code)
  if (stepName === 'code')
    return settle(visit, await enterCode(world, uid, step, typed('code'), language), code)
  if (stepName !== 'new-password' || !step.isProven) return redirect(visit.response, base)
  const result = await setPassword(world, uid, step, typed('newPassword'), language)
  return settle(visit, result, (complaint) => passwordView(visit, step, complaint))
}

async function settle(visit: Visit, result: StepResult, again: (why: SignInText) => string): Promise<void> {
  if ('stay' in result) return show(visit, again(result.stay), 422)
  if ('go' in result) {
    return redirect(visit.response, `${visit.base}/${result.go}${result.complaint ? '?again=wait' : ''}`)
  }
  await visit.provider.interactionFinished(visit.request, visit.response, { login: { accountId: result.in } })
}

function codeView({ language, base }: Visit, step: Step, complaint?: SignInText): string {
  return codePage({ language, base, complaint }, step.address)
}

function passwordView({ language, base }: Visit, step: Step, complaint?: SignInText): string {
  return passwordPage({ language, base, complaint }, step.address)
}

function show({ response, language, formTargets }: Visit, body: string, status = 200): void {
  sendPage(response, { language, title: signInText(language, 'signIn'), body, status, formTargets })
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end()
}

function isForeign({ request, home }: Visit): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  return (origin !== undefined && origin !== new URL(home).origin) || site === 'cross-site'
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > MOST_FORM_BYTES) return new URLSearchParams()
  }
  return new URLSearchParams(text)
}
