import type { SessionView } from '#shared/identity'
import type { Text } from '#shared/languages'
import { waitingOrderTexts as texts } from '#shared/texts/waiting-order'
import { pageLanguage } from '../../../../page-language.ts'
import { say } from '../../../../say.ts'
import {
  keepOutcome,
  keptOutcome,
  keptSubmission,
  type Sender,
  type WaitedOutcome,
} from './pending-submission.ts'
import { sendKept } from './send-kept.ts'

type Notice = {
  look: '' | 'good' | 'bad'
  sentence: string
  link?: { to: string; text: Text }
  onClose?: () => void
}

/** Sends what waited for a network, whichever page is open, and says on it what became of it. */
export async function settleWaiting(session: SessionView): Promise<void> {
  const { actingFor, personId } = session
  if (!actingFor) return
  const sender: Sender = { customerId: actingFor, personId }
  if (keptSubmission(sender) && !isOrderPage()) {
    if (navigator.onLine) await sendKept(sender, { isLate: true })
    else return show({ look: '', sentence: say(texts.waits, pageLanguage()), link: toOrder })
  }
  const outcome = keptOutcome(sender)
  if (outcome) return show({ ...noticeOf(outcome), onClose: () => keepOutcome(sender, undefined) })
  if (keptSubmission(sender) && !isOrderPage())
    return show({ look: 'bad', sentence: say(texts.unanswered, pageLanguage()), link: toOrder })
  show(ofOtherShop(session))
}

const toOrder = { to: 'order/', text: texts.toOrder }

/** The order page sends its own, and says so beside its rows. */
function isOrderPage(): boolean {
  return /^\/\w+\/order\/$/.test(location.pathname)
}

/** What waits for another shop of the same person is not sent for this one. */
function ofOtherShop({ memberships, actingFor, personId }: SessionView): Notice | undefined {
  const other = memberships.find(
    ({ customerId }) => customerId !== actingFor && keptSubmission({ customerId, personId }),
  )
  if (!other) return undefined
  const language = pageLanguage()
  return {
    look: '',
    sentence: say(texts.otherShop, language, { shop: other.customerName[language] }),
    link: { to: 'me/#shops', text: texts.switchShop },
  }
}

function noticeOf(outcome: WaitedOutcome): Notice {
  const language = pageLanguage()
  if (outcome.kind === 'placed') {
    const { number, orderId } = outcome
    const link = { to: `orders/${orderId}/`, text: texts.seeOrder }
    return { look: 'good', sentence: say(texts.placed, language, { number }), link }
  }
  if (outcome.kind === 'asked') {
    const link = { to: `approvals/${outcome.approvalId}/`, text: texts.seeApproval }
    return { look: 'good', sentence: say(texts.asked, language), link }
  }
  const { sentences, wrongLines, changing } = outcome
  const ofLines = wrongLines > 0 ? [say(texts.wrongLines, language, { count: wrongLines })] : []
  const why = [...sentences, ...ofLines].join(language === 'zh' ? '' : ' ')
  const link = changing ? { ...toOrder, to: `order/?change=${changing}` } : toOrder
  return { look: 'bad', sentence: say(texts.refused, language, { why }), link }
}

function show(notice: Notice | undefined): void {
  const place = document.querySelector('[data-waiting-order]')
  place?.replaceChildren()
  if (!place || !notice) return
  const line = document.createElement('p')
  line.className = `notice ${notice.look}`
  line.append(notice.sentence, ' ', ...actionsOf(notice, line))
  place.append(line)
}

function actionsOf({ link, onClose }: Notice, line: HTMLElement): Node[] {
  const language = pageLanguage()
  const actions: Node[] = []
  const target = link && `/${language}/${link.to}`
  if (target && target !== location.pathname) {
    const way = document.createElement('a')
    way.href = target
    way.textContent = say(link.text, language)
    if (onClose) way.addEventListener('click', onClose)
    actions.push(way, document.createTextNode(' '))
  }
  if (onClose) {
    const close = document.createElement('button')
    close.type = 'button'
    close.textContent = say(texts.close, language)
    close.addEventListener('click', () => {
      onClose()
      line.remove()
    })
    actions.push(close)
  }
  return actions
}
