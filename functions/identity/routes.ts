import { getCookie, setCookie } from 'hono/cookie'
import { markOf } from '#platform/actor'
import { cookieName } from '#platform/http/authenticate'
import type { PortalContext } from '#platform/http/context'
import { etagOf, onceOf, versionOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { searchTextOf } from '#platform/http/search-text'
import { Problem } from '#shared/problems'

import { beginSignIn, languageOfState, SIGN_IN_LIFE_SECONDS } from './begin-sign-in.ts'

import { changeMember } from './change-member.ts'
import { erasePerson } from './erase-person.ts'
import { findAmongCustomers } from './find-by-phone.ts'
import { finishSignIn, SESSION_LIFE_SECONDS } from './finish-sign-in.ts'
import { inviteMember } from './invite-member.ts'
import { listMembers } from './list-members.ts'
import { listRemovedContacts } from './list-removed-contacts.ts'
import { endOtherSessions, listSessions } from './list-sessions.ts'
import { listStaff } from './list-staff.ts'
import { changeStaff, inviteStaff } from './manage-staff.ts'
import {
  addContactRoute,
  beginRoute,
  callbackRoute,
  changeContactRoute,
  changeMemberRoute,
  changeStaffRoute,
  contactsRoute,
  endSessionRoute,
  endSessionsRoute,
  erasureRoute,
  foundRoute,
  inviteMemberRoute,
  inviteStaffRoute,
  membersRoute,
  removeContactRoute,
  removedContactsRoute,
  sessionRoute,
  sessionsRoute,
  signOutRoute,
  staffRoute,
  switchRoute,
} from './route-table.ts'
import { addContact, changeContact, listContacts, removeContact } from './save-contact.ts'
import { showSession } from './show-session.ts'
import { signOut } from './sign-out.ts'
import { switchCustomer } from './switch-customer.ts'

/** The longest text that people and shops are found by as one types. */
const MOST_TYPED = 60

export const identityRoutes = createRoom()
  .openapi(beginRoute, async (context) => {
    const { returnTo, prompt, language = context.get('language') } = context.req.valid('query')
    // A page elsewhere may lead to the door and not through it, where the provider still knows the person.
    if (context.req.header('sec-fetch-site') === 'cross-site')
      return context.redirect(`/${language}/sign-in/`, 302)
    const world = context.get('world')
    const browser = cookieOf(context, 'sign-in') || world.newId.secret()
    const next = await beginSignIn(world, { returnTo, language, browser, prompt })
    putCookie(context, 'sign-in', browser, SIGN_IN_LIFE_SECONDS)
    return context.redirect(next.href, 302)
  })
  .openapi(callbackRoute, async (context) => {
    const search = new URL(context.req.url).searchParams
    try {
      const userAgent = context.req.header('user-agent')
      const browser = cookieOf(context, 'sign-in')
      const came = { search, browser, before: context.get('actor'), userAgent }
      const { cookie, returnTo } = await finishSignIn(context.get('world'), came)
      putCookie(context, 'session', cookie, SESSION_LIFE_SECONDS)
      return context.redirect(returnTo, 302)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      context.set('problemCode', error.code)
      const language = languageOfState(search.get('state')) ?? context.get('language')
      return context.redirect(`/${language}/sign-in/?problem=${error.code}`, 302)
    }
  })
  .openapi(sessionRoute, async (context) =>
    context.json(await showSession(context.get('world'), context.get('actor')), 200),
  )
  .openapi(switchRoute, async (context) => {
    const value = cookieOf(context, 'session')
    const asked = context.req.valid('json')
    const cookie = await switchCustomer(context.get('world'), context.get('actor'), value, asked)
    putCookie(context, 'session', cookie, SESSION_LIFE_SECONDS)
    return context.json({ isSwitched: true }, 200)
  })
  .openapi(signOutRoute, async (context) => {
    const signOutUrl = await signOut(context.get('world'), context.get('actor'))
    putCookie(context, 'session', '', 0)
    return context.json({ signOutUrl }, 200)
  })
  .openapi(sessionsRoute, async (context) =>
    context.json(await listSessions(context.get('world'), context.get('actor')), 200),
  )
  .openapi(endSessionsRoute, async (context) =>
    context.json({ ended: await endOtherSessions(context.get('world'), context.get('actor')) }, 200),
  )
  .openapi(endSessionRoute, async (context) => {
    const { sessionId } = context.req.valid('param')
    return context.json(
      { ended: await endOtherSessions(context.get('world'), context.get('actor'), sessionId) },
      200,
    )
  })
  .openapi(membersRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    return context.json({ items: await listMembers(context.get('world'), customerId) }, 200)
  })
  .openapi(inviteMemberRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const body = context.req.valid('json')
    onceOf(context, body)
    const member = await inviteMember(context.get('world'), context.get('actor'), { ...body, customerId })
    context.header('Location', `/api/customers/${customerId}/members/${member.personId}`)
    return context.json(member, 201)
  })
  .openapi(changeMemberRoute, async (context) => {
    const asked = {
      ...context.req.valid('json'),
      ...context.req.valid('param'),
      baseVersion: versionOf(context),
    }
    const member = await changeMember(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(member.version))
    return context.json(member, 200)
  })
  .openapi(staffRoute, async (context) => {
    const { unitPath: _, ...query } = context.req.valid('query')
    const text = searchTextOf(context, { most: MOST_TYPED })
    const asked = { ...query, text, subtrees: context.get('subtrees') }
    return context.json(await listStaff(context.get('world'), markOf(context.get('actor')).id, asked), 200)
  })
  .openapi(inviteStaffRoute, async (context) => {
    const body = context.req.valid('json')
    onceOf(context, body)
    const asked = { ...body, subtrees: context.get('subtrees') }
    const staff = await inviteStaff(context.get('world'), context.get('actor'), asked)
    context.header('Location', `/api/staff/${staff.personId}`)
    return context.json(staff, 201)
  })
  .openapi(changeStaffRoute, async (context) => {
    const named = { ...context.req.valid('json'), ...context.req.valid('param') }
    const asked = { ...named, baseVersion: versionOf(context), subtrees: context.get('subtrees') }
    const staff = await changeStaff(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(staff.version))
    return context.json(staff, 200)
  })
  .openapi(foundRoute, async (context) => {
    const text = searchTextOf(context, { least: 1, most: MOST_TYPED }) ?? ''
    const asked = { text, subtrees: context.get('subtrees') }
    const items = await findAmongCustomers(context.get('world'), context.get('actor'), asked)
    return context.json({ items }, 200)
  })
  .openapi(contactsRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    return context.json({ items: await listContacts(context.get('world'), customerId) }, 200)
  })
  .openapi(removedContactsRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    return context.json({ items: await listRemovedContacts(context.get('world'), customerId) }, 200)
  })
  .openapi(addContactRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), customerId }
    const { key } = onceOf(context, asked)
    const contact = await addContact(context.get('world'), context.get('actor'), asked, key)
    context.header('Location', `/api/customers/${customerId}/contacts/${contact.personId}`)
    return context.json(contact, 201)
  })
  .openapi(changeContactRoute, async (context) => {
    const named = { ...context.req.valid('json'), ...context.req.valid('param') }
    const asked = { ...named, baseVersion: versionOf(context) }
    const contact = await changeContact(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(contact.version))
    return context.json(contact, 200)
  })
  .openapi(removeContactRoute, async (context) => {
    const seen = { ...context.req.valid('param'), baseVersion: versionOf(context) }
    await removeContact(context.get('world'), context.get('actor'), seen)
    return context.body(null, 204)
  })
  .openapi(erasureRoute, async (context) => {
    await erasePerson(context.get('world'), context.get('actor'), context.req.valid('param').personId)
    return context.body(null, 204)
  })

type CookieKind = Parameters<typeof cookieName>[1]

function cookieOf(context: PortalContext, name: CookieKind): string {
  return getCookie(context, cookieName(context.get('world').config, name)) ?? ''
}

function putCookie(context: PortalContext, name: CookieKind, value: string, maxAge: number): void {
  const { config } = context.get('world')
  const secure = config.publicOrigin.startsWith('https://')
  setCookie(context, cookieName(config, name), value, {
    httpOnly: true,
    secure,
    sameSite: 'Lax',
    path: '/',
    maxAge,
  })
}
