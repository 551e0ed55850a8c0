// Runs dependency-cruiser over a tree and answers what breaks the floor plan.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { floorPlanRules } from './floor-plan-rules.ts'

export type Breach = { rule: string; from: string; to: string }
export type House = { files: string[]; breaches: Breach[] }

const folders = ['functions', 'shared', 'web', 'infra']

/** All source files below `root` and every import among them that the floor plan forbids. */
export async function cruiseHouse(root: string): Promise<House> {
  const options: ICruiseOptions = {
    baseDir: root,
    ruleSet: { forbidden: floorPlanRules() },
    validate: true,
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|\\.astro)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  }
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(root, folder))),
    options,
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered a text')
  return { files: sourceFiles(output), breaches: [...breachesOf(output), ...breachesOfPages(root)] }
}

function sourceFiles({ modules }: ICruiseResult): string[] {
  return modules
    .map((module) => module.source)
    .filter((path) => /^(?:functions|shared|web|infra)\/.*\.tsx?$/.test(path))
}

function breachesOf({ summary }: ICruiseResult): Breach[] {
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}

/** Pages of Astro, which dependency-cruiser does not read: shared and web alone, and of functions types alone. */
function breachesOfPages(root: string): Breach[] {
  return globSync('web/**/*.astro', { cwd: root }).flatMap((from) => {
    const imports = readFileSync(join(root, from), 'utf8').matchAll(
      /^\s*import\s+(type\s)?(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm,
    )
    return [...imports]
      .filter(
        ([, type, to = '']) =>
          !type && !to.startsWith('#shared/') && /^#|(?:^|\/)(?:functions|infra|tests)\//.test(to),
      )
      .map(([, , to = '']) => ({ rule: 'web: values', from, to }))
  })
}
