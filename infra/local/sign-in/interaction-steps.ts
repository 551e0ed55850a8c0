// What each step of a sign-in does: send a code, judge it, check or set a password. Knows no HTTP.
import { randomUUID } from 'node:crypto'
import type { LocalTable } from '../local-table.ts'
import type { Language } from '../page-frame.ts'
import { normalEmail, normalPhone } from './addresses.ts'
import { type Allowance, hasAllowance, spendAllowance } from './attempt-limits.ts'
import { hasLiveCode, judgeCode, newCode } from './one-time-codes.ts'
import { hashPassword, isGoodPassword, isPasswordOf } from './passwords.ts'
import { type SignInText, signInText } from './sign-in-texts.ts'
import { type AddressKind, userOfAddress, userVerified } from './sign-in-users.ts'

const STEP_LIVES_SECONDS = 3600
const PASSWORD_ALLOWANCE: Allowance = { times: 10, withinSeconds: 900 }

export type SendMail = (mail: { id: string; to: string; subject: string; text: string }) => Promise<void>
export type SendSms = (sms: { id: string; to: string; text: string }) => Promise<void>

export type SignInWorld = {
  table: LocalTable
  sendMail: SendMail
  sendSms: SendSms
  now: () => number
  codeAllowances: Allowance[]
}

/** Where an interaction stands: the address in question, what for, and whether it is proven. */
export type Step = { kind: AddressKind; address: string; purpose: 'in' | 'password'; isProven: boolean }

export type StepResult =
  | { go: 'code' | 'new-password'; complaint?: SignInText }
  | { stay: SignInText }
  | { in: string }

export async function stepOf({ table }: SignInWorld, uid: string): Promise<Step | undefined> {
  const item = await table.get(`interaction#${uid}`, 'step')
  if (typeof item?.step !== 'string') return undefined
  const step: Step = JSON.parse(item.step)
  return step
}

async function keepStep({ table, now }: SignInWorld, uid: string, step: Step): Promise<void> {
  const expires = Math.floor(now() / 1000) + STEP_LIVES_SECONDS
  await table.put({ pk: `interaction#${uid}`, sk: 'step', step: JSON.stringify(step), expires })
}

/** Sends a code to a phone (to get in) or a mail address (to set a password); every address is treated alike. */
export async function askForCode(
  world: SignInWorld,
  uid: string,
  kind: AddressKind,
  typed: string,
  language: Language,
): Promise<StepResult> {
  const address = kind === 'phone' ? normalPhone(typed) : normalEmail(typed)
  if (!address) return { stay: kind === 'phone' ? 'badPhone' : 'badEmail' }
  const purpose = kind === 'phone' ? 'in' : 'password'
  return sendCode(world, uid, { kind, address, purpose, isProven: false }, language)
}

/** Sends a code for the step, unless there were too many. */
export async function sendCode(
  world: SignInWorld,
  uid: string,
  step: Step,
  language: Language,
): Promise<StepResult> {
  const { kind, address } = step
  const code = await newCode(world.table, uid, address, world.codeAllowances, world.now())
  if (!code) {
    if (!(await hasLiveCode(world.table, uid, address))) return { stay: 'tooOften' }
    await keepStep(world, uid, step)
    return { go: 'code', complaint: 'stillGood' }
  }
  await keepStep(world, uid, { ...step, isProven: false })
  const text = signInText(language, 'message', { code })
  const id = randomUUID()
  if (kind === 'phone') await world.sendSms({ id, to: address, text })
  else await world.sendMail({ id, to: address, subject: signInText(language, 'subject'), text })
  return { go: 'code' }
}

/** Judges the code typed; the right one signs in, or leads on to the new password. */
export async function enterCode(
  world: SignInWorld,
  uid: string,
  step: Step,
  guess: string,
  language: Language,
): Promise<StepResult> {
  const verdict = await judgeCode(world.table, uid, step.address, guess)
  if (verdict !== 'right') return { stay: verdict === 'wrong' ? 'wrongCode' : 'codeOver' }
  if (step.purpose === 'password') {
    await keepStep(world, uid, { ...step, isProven: true })
    return { go: 'new-password' }
  }
  const user = await userVerified(world.table, step.kind, step.address, { locale: localeOf(language) })
  return { in: user.sub }
}

/** Signs in by mail and password; failures are counted for each address. */
export async function enterPassword(
  world: SignInWorld,
  typed: string,
  password: string,
): Promise<StepResult> {
  const email = normalEmail(typed)
  if (!email) return { stay: 'badEmail' }
  const name = `password#${email}`
  if (!(await hasAllowance(world.table, name, PASSWORD_ALLOWANCE, world.now())))
    return { stay: 'tooManyPasswords' }
  const user = await userOfAddress(world.table, 'email', email)
  if ((await isPasswordOf(user?.password, password)) && user) return { in: user.sub }
  const hasRoom = await spendAllowance(world.table, name, [PASSWORD_ALLOWANCE], world.now())
  return { stay: hasRoom ? 'wrongPassword' : 'tooManyPasswords' }
}

/** Sets the password of the mail address that this interaction has proven, and signs in. */
export async function setPassword(
  world: SignInWorld,
  uid: string,
  step: Step,
  password: string,
  language: Language,
): Promise<StepResult> {
  if (!isGoodPassword(password, step.address)) return { stay: 'weakPassword' }
  const change = { password: await hashPassword(password), locale: localeOf(language) }
  const user = await userVerified(world.table, 'email', step.address, change)
  await world.table.take(`interaction#${uid}`, 'step')
  return { in: user.sub }
}

function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en'
}
