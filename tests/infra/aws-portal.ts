// Synthesises the portal of a stage in this process, with stand-ins for the bundles.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { entries } from '../../functions/entry/entries.ts'
import { createPortal } from '../../infra/aws/app.ts'
import { type PortalStack, stageOf } from '../../infra/aws/portal-stack.ts'

export type Resource = { Type: string; Properties: Record<string, unknown>; [more: string]: unknown }

const folder = mkdtempSync(join(tmpdir(), 'portal-'))
for (const name of Object.keys(entries)) {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'index.mjs'), 'export const handler = () => {}\n')
}

/** The stack of the stage that `-c` choices describe, not yet synthesised. */
export function aPortal(choices: Record<string, string> = {}): PortalStack {
  const app = new App({ context: choices, outdir: mkdtempSync(join(folder, 'out-')) })
  return createPortal(app, stageOf(app), folder)
}

/** Its template; throws when a rule of AwsSolutions is broken without a reason. */
export function templateOf(choices: Record<string, string> = {}): Template {
  return Template.fromStack(aPortal(choices))
}

/** The resources of a type, in the order of the template. */
export function resourcesOf(template: Template, type: string): Resource[] {
  // CDK gives templates without a type; resources always look so.
  const { Resources } = template.toJSON() as { Resources: Record<string, Resource> }
  return Object.values(Resources).filter((resource) => resource.Type === type)
}

/** Removes what synthesis wrote. */
export function removePortals(): void {
  rmSync(folder, { recursive: true, force: true })
}
