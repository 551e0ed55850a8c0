// Mail through SMTP and SMS through an HTTP gateway: the same two doors locally and in the cloud.
import type { Config } from './config.ts'

/** One mail. `id` is the same when the same message is sent again, so that it is shown once. */
export type MailMessage = { id: string; to: string; subject: string; text: string }
export type SmsMessage = { id: string; to: string; text: string }
export type SendMail = (message: MailMessage) => Promise<void>
export type SendSms = (message: SmsMessage) => Promise<void>

const GATEWAY_TIMEOUT_MILLISECONDS = 10_000

/** Sends through the SMTP server of the configuration; nodemailer is loaded at the first mail only. */
export function createSendMail(config: Config): SendMail {
  let transport: Promise<{ sendMail(mail: object): Promise<unknown> }> | undefined
  const open = async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport(config.smtpUrl)
  }
  return async ({ id, to, subject, text }) => {
    transport ??= open()
    const host = new URL(config.publicOrigin).hostname
    await (await transport).sendMail({
      from: config.mailFrom,
      to,
      subject,
      text,
      messageId: `<${id}@${host}>`,
    })
  }
}

/** Sends through the SMS gateway of the configuration; throws when it does not take the message. */
export function createSendSms(config: Config): SendSms {
  return async (message) => {
    const answer = await fetch(config.smsUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(GATEWAY_TIMEOUT_MILLISECONDS),
    })
    if (!answer.ok) throw new Error(`The SMS gateway answered ${answer.status}`)
  }
}
