import { ApiProblem } from '../api.ts'
import { pageLanguage } from '../page-language.ts'

/** True when the server no longer knows who asks. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401
}

/** Leads to the sign-in page and back here afterwards. */
export function goToSignIn(): void {
  const returnTo = location.pathname + location.search
  location.assign(`/${pageLanguage()}/sign-in/?${new URLSearchParams({ returnTo })}`)
}

let isSwitching = false

/** Says that this page's session is about to be another one: what it had asked as the one before may be refused. */
export function switchSession(to: boolean): void {
  isSwitching = to
}

/** Goes to the sign-in page when that is what an error means. */
export function leaveWhenSignedOut(error: unknown): void {
  if (isSignedOut(error) && !isSwitching) goToSignIn()
}
