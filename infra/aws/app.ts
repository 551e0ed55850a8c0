// The portal on AWS, part by part; `npm run synth` writes its template.
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { createAlarms } from './alarms.ts'
import { createApi, createGateway } from './api.ts'
import { bundleFolder } from './build/bundle.ts'
import { createEvents } from './events.ts'
import { createFiles } from './files.ts'
import { createIdentity } from './identity.ts'
import { createMail } from './mail.ts'
import { createPipeline } from './pipeline.ts'
import { PortalStack, type Stage, stageOf } from './portal-stack.ts'
import { createSchedule } from './schedule.ts'
import { createSite } from './site.ts'
import { createTable } from './table.ts'

/** The whole portal of one stage, checked against the AwsSolutions rules when it is synthesised. */
export function createPortal(app: App, stage: Stage, bundles: string): PortalStack {
  const stack = new PortalStack(app, stage, bundles)
  const table = createTable(stack)
  const gateway = createGateway(stack)
  const site = createSite(stack, gateway)
  const files = createFiles(stack, site)
  const identity = createIdentity(stack, site)
  const mail = createMail(stack)
  const surroundings = { table, files, identity, mail, site }
  const api = createApi(stack, surroundings, gateway)
  const events = createEvents(stack, surroundings)
  const schedule = createSchedule(stack, surroundings)
  createAlarms(stack, { functions: { api, events: events.consumer, schedule }, gateway, aside: events.aside })
  createPipeline(stack, site)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return stack
}

if (import.meta.main) {
  const app = new App()
  createPortal(app, stageOf(app), bundleFolder)
  app.synth()
}
