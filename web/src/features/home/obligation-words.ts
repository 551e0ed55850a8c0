import type { Language } from '#shared/languages'
import { type Currency, currencies, formatMoney } from '#shared/money'
import type { Obligation } from '#shared/obligations'
import { obligationTexts as texts } from '#shared/texts/obligations'
import { requestTexts } from '#shared/texts/requests'
import { formatFullDay } from '../../formats.ts'
import { say } from '../../say.ts'

type Words = { title: string; text: string }

/** What the card of an obligation says. */
export function wordsOfObligation({ kind, facts }: Obligation, language: Language): Words {
  const t = (text: Parameters<typeof say>[0], more = facts) => say(text, language, more)
  const money = (minor: unknown) => formatMoney(Number(minor), currencyOf(facts), language)
  const count = facts.isMore ? `${facts.count}+` : (facts.count ?? 0)
  switch (kind) {
    case 'awaiting-funds':
      return { title: t(texts.fundsTitle), text: t(texts.funds, { missing: money(facts.missing) }) }
    case 'approval':
      return { title: t(texts.approvalTitle), text: t(texts.approval, { total: money(facts.total) }) }
    case 'approval-refused':
      return { title: t(texts.approvalRefusedTitle), text: t(texts.approvalRefused) }
    case 'request-refused':
      return {
        title: t(texts.refusedTitle, { what: whatOf(facts, language) }),
        text: t(texts.refusedRequest),
      }
    case 'licence': {
      const day = formatFullDay(String(facts.expiresOn), language)
      return {
        title: t(texts.licenceTitle),
        text: t(facts.isOver ? texts.licenceIsOver : texts.licenceRunsOut, { day }),
      }
    }
    case 'messages-failed':
      return { title: t(texts.messagesFailed, { count }), text: t(texts.messagesFailedText) }
    case 'imports-waiting':
      return { title: t(texts.importsWaiting, { count }), text: t(texts.importsWaitingText) }
    case 'objections-open':
      return { title: t(texts.objectionsOpen, { count }), text: t(texts.objectionsOpenText) }
    case 'oddities-open':
      return { title: t(texts.odditiesOpen, { count }), text: t(texts.odditiesOpenText) }
    case 'requests-waiting':
      return { title: t(texts.requestsWaiting, { count }), text: t(texts.requestsWaitingText) }
    // Its card is its own: it counts the time down.
    // And so is this one: it has a number to call.
    case 'on-hold':
    case 'order':
      return { title: '', text: '' }
  }
}

function currencyOf({ currency }: Obligation['facts']): Currency {
  return currencies.find((known) => known === currency) ?? 'CNY'
}

function whatOf({ requestKind }: Obligation['facts'], language: Language): string {
  const names = {
    addresses: requestTexts.addresses,
    contact: requestTexts.contact,
    licence: requestTexts.licence,
  }
  const name = new Map<unknown, (typeof names)[keyof typeof names]>(Object.entries(names)).get(requestKind)
  return name ? say(name, language) : ''
}
