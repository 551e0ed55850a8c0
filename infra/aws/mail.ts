// Mail and SMS: the domain that mails come from, and the addresses of the servers that send.
import { EmailIdentity, Identity as SenderIdentity } from 'aws-cdk-lib/aws-ses'
import { outsideSecret, type PortalStack } from './portal-stack.ts'

/** What functions that send must know. */
export type Mail = { environment: Record<string, string> }

/** SES verifies the stage's domain, if it has one. Both servers' addresses, with their passwords, are the operator's secret. */
export function createMail(stack: PortalStack): Mail {
  const { mailDomain } = stack.stage
  if (mailDomain) new EmailIdentity(stack, 'Sender', { identity: SenderIdentity.domain(mailDomain) })
  return {
    environment: {
      SMTP_URL: outsideSecret(stack, 'smtpUrl'),
      SMS_URL: outsideSecret(stack, 'smsUrl'),
      ...(mailDomain && { MAIL_FROM: `Dianlian <no-reply@${mailDomain}>` }),
    },
  }
}
