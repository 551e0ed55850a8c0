// The sign-in pages as HTML: forms that work without a script.
import { escapeHtml, type Language } from '../page-frame.ts'
import { maskedAddress } from './addresses.ts'
import { LEAST_PASSWORD_LENGTH } from './passwords.ts'
import { type SignInText, signInText } from './sign-in-texts.ts'

export type Way = 'phone' | 'mail' | 'first'

export type PageFacts = {
  language: Language
  /** Path of the interaction; forms post below it. */
  base: string
  complaint?: SignInText | undefined
  /** What was typed before, to be mended. */
  typed?: string | undefined
}

const WAYS = { phone: 'wayPhone', mail: 'wayMail', first: 'wayFirst' } as const satisfies Record<
  Way,
  SignInText
>

/** The first page: one of the three ways, the others a tap away. */
export function waysPage(facts: PageFacts, way: Way): string {
  const { language, base } = facts
  const links = Object.entries(WAYS).map(([name, text]) => {
    const current = name === way ? ' aria-current="page"' : ''
    return `<a href="${base}?way=${name}"${current}>${say(language, text)}</a>`
  })
  const forms = { phone: phoneForm, mail: mailForm, first: firstForm }
  return `<h1>${say(language, 'company')} · ${say(language, 'signIn')}</h1>
<nav aria-label="${say(language, 'ways')}">${links.join('')}</nav>
<div class="card">${complaint(facts)}${forms[way](facts)}</div>`
}

function phoneForm(facts: PageFacts): string {
  return form(
    facts,
    'phone',
    'sendCode',
    field(facts, 'phone', 'type="tel" inputmode="tel" autocomplete="tel" required', facts.typed, 'phoneHint'),
  )
}

function mailForm(facts: PageFacts): string {
  const email = field(facts, 'email', 'type="email" autocomplete="email" required', facts.typed)
  const password = field(facts, 'password', 'type="password" autocomplete="current-password" required')
  return form(facts, 'mail', 'enter', email + password)
}

function firstForm(facts: PageFacts): string {
  const email = field(facts, 'email', 'type="email" autocomplete="email" required', facts.typed, 'firstHint')
  return form(facts, 'first', 'sendCode', email)
}

/** The page that asks for the code sent to `address`. */
export function codePage(facts: PageFacts, address: string): string {
  const { language, base } = facts
  const code = field(
    facts,
    'code',
    'type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required autofocus',
  )
  return `<h1>${say(language, 'codeTitle')}</h1>
<p class="soft">${say(language, 'codeSent', { address: maskedAddress(address) })}</p>
<div class="card">${complaint(facts)}${form(facts, 'code', 'confirm', code)}
<form method="post" action="${base}/again"><button class="quiet">${say(language, 'again')}</button></form></div>
<a class="target" href="${base}">${say(language, 'other')}</a>`
}

/** The page that sets a password after the mail address was proven. */
export function passwordPage(facts: PageFacts, email: string): string {
  const password = field(
    facts,
    'newPassword',
    `type="password" autocomplete="new-password" minlength="${LEAST_PASSWORD_LENGTH}" maxlength="128" required autofocus`,
    undefined,
    'newPasswordHint',
  )
  // Password managers want the name beside the new password.
  const name = `<input type="email" name="email" autocomplete="username" value="${escapeHtml(email)}" readonly aria-label="${say(facts.language, 'email')}">`
  return `<h1>${say(facts.language, 'newPasswordTitle')}</h1>
<div class="card">${complaint(facts)}${form(facts, 'new-password', 'save', name + password)}</div>`
}

/** A page that only says something and leads back to the start. */
export function noticePage(
  language: Language,
  title: SignInText,
  hint: SignInText | undefined,
  home: string,
): string {
  const text = hint ? `<p>${say(language, hint)}</p>` : ''
  return `<h1>${say(language, title)}</h1><div class="card">${text}<a class="target" href="${escapeHtml(home)}">${say(language, 'home')}</a></div>`
}

/** The page that asks before signing out, around the provider's own hidden form. */
export function signOutPage(language: Language, hiddenForm: string): string {
  return `<h1>${say(language, 'signOut')}</h1><div class="card"><p>${say(language, 'signOutAsk')}</p>${hiddenForm}
<button type="submit" form="op.logoutForm" value="yes" name="logout">${say(language, 'signOut')}</button></div>`
}

function complaint({ language, complaint: key }: PageFacts): string {
  return key ? `<p role="alert" id="complaint">${say(language, key)}</p>` : ''
}

function form({ language, base }: PageFacts, step: string, button: SignInText, fields: string): string {
  return `<form method="post" action="${base}/${step}">${fields}<button>${say(language, button)}</button></form>`
}

type FieldName = 'phone' | 'email' | 'password' | 'code' | 'newPassword'

function field(facts: PageFacts, name: FieldName, attributes: string, value = '', hint?: SignInText): string {
  const described = [hint ? `${name}-hint` : '', facts.complaint ? 'complaint' : ''].filter(Boolean).join(' ')
  const state = `${described ? ` aria-describedby="${described}"` : ''}${facts.complaint ? ' aria-invalid="true"' : ''}`
  const label = `<label for="${name}">${say(facts.language, name)}</label>`
  const input = `<input id="${name}" name="${name}" ${attributes} value="${escapeHtml(value)}"${state}>`
  return `${label}${input}${hint ? `<small id="${name}-hint">${say(facts.language, hint)}</small>` : ''}`
}

function say(language: Language, key: SignInText, facts?: Record<string, string>): string {
  return escapeHtml(signInText(language, key, facts))
}
