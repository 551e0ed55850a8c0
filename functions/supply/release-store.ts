import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { bareId, type CycleId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { supplyPatterns } from './access-patterns.ts'

/** Grades are numbers of two digits. */
const MOST_GRADE = 99

const releaseKind = itemKind(
  'release',
  2,
  z.object({
    version: z.number().int(),
    /** Names the immutable limits of this version. */
    snapshot: z.string(),
    publishedAt: z.string(),
    /** How many products have a limit by grade. */
    limited: z.number().int(),
    /** Which ones, where the release is from before these lay with the limits. */
    listed: z.array(z.string()).optional(),
    /** First-come products: how many shards their counter has. */
    firstCome: z.record(z.string(), z.number().int()),
    /** The job that made it, where one did. */
    source: z.string().optional(),
    /** The job whose release this one took back. */
    undid: z.string().optional(),
    /** The version whose content this one puts in force again. */
    repeats: z.number().int().optional(),
  }),
  {
    1: ({ limited, ...item }) => ({
      ...item,
      listed: limited,
      limited: Array.isArray(limited) ? limited.length : 0,
    }),
  },
)
/** The version of a cycle's release that is in force. Product ids are bare. */
export type Release = ReturnType<(typeof releaseKind)['read']>

const gradeKind = itemKind(
  'limits',
  1,
  z.object({
    shops: z.number().int(),
    limits: z.record(z.string(), z.number().int()),
    /** Price bands with free choice within: the cap of this grade, whether it was named rather than worked out from the
     * limits, and the products by bare id. */
    bands: z
      .record(
        z.string(),
        z.object({
          cap: z.number().int(),
          isNamed: z.literal(true).optional(),
          products: z.array(z.string()),
        }),
      )
      .optional(),
    /** Products of which a shop called on every other week may take twice as much. */
    boosted: z.array(z.string()).optional(),
    /** Every product that has a limit for some grade: a grade that gets none of it may take nothing. */
    limited: z.array(z.string()).optional(),
  }),
)
/** What each shop of one grade may take, by bare product id, and how many shops share the grade. */
export type GradeLimits = ReturnType<(typeof gradeKind)['read']>

/** The grade whose limits hold for everyone whose grade gets nothing at all. */
export const NO_GRADE = 0

/** The key of a cycle's release, for callers that read many things at once. */
export function releaseKey(cycleId: CycleId): Key {
  return keyOf(supplyPatterns.release, { cycle: bareId(cycleId) })
}

export function readRelease(item: Item | undefined): Release | undefined {
  return releaseKind.readMaybe(item)
}

export async function storedRelease(table: Table, cycleId: CycleId): Promise<Release | undefined> {
  return readRelease(await table.get(releaseKey(cycleId), { isStrong: true }))
}

/** A release of a cycle by its version; undefined when there was none. */
export async function releaseOfVersion(
  table: Table,
  cycleId: CycleId,
  version: number,
): Promise<Release | undefined> {
  const current = await storedRelease(table, cycleId)
  return current?.version === version ? current : releaseBefore(table, cycleId, version + 1)
}

/** The release that stood before the one of `version`; undefined when that was the first. */
export async function releaseBefore(
  table: Table,
  cycleId: CycleId,
  version: number,
): Promise<Release | undefined> {
  return readRelease(await table.get(priorKey(cycleId, version)))
}

/** Puts a release in place of the one before, which is kept beside it. */
export function releaseWrites(cycleId: CycleId, release: Release, before: Release | undefined): Write[] {
  const kept: Write[] = before
    ? [{ put: { ...releaseKind.write(before), ...priorKey(cycleId, release.version) } }]
    : []
  return [...kept, releaseWrite(cycleId, release)]
}

function priorKey(cycleId: CycleId, version: number): Key {
  return keyOf(supplyPatterns.priorRelease, { cycle: bareId(cycleId), version: String(version) })
}

function releaseWrite(cycleId: CycleId, release: Release): Write {
  return {
    put: { ...releaseKind.write(release), ...releaseKey(cycleId) },
    when: release.version === 1 ? { absent: true } : { equals: { version: release.version - 1 } },
    onRefused: () => new Problem('request.changed_meanwhile', { current: release.version }),
  }
}

export async function storedGradeLimits(
  table: Table,
  cycleId: CycleId,
  snapshot: string,
  grade: number,
): Promise<GradeLimits | undefined> {
  return gradeKind.readMaybe(await table.get(gradeKey(cycleId, snapshot, grade)))
}

/** The limits of every grade of a version: one round trip. */
export async function storedLimits(
  table: Table,
  cycleId: CycleId,
  snapshot: string,
): Promise<Map<number, GradeLimits>> {
  const grades = Array.from({ length: MOST_GRADE + 1 }, (_, grade) => grade)
  const items = await table.getMany(grades.map((grade) => gradeKey(cycleId, snapshot, grade)))
  return new Map(
    items.flatMap((item, grade) => {
      const limits = gradeKind.readMaybe(item)
      return limits ? [[grade, limits] as const] : []
    }),
  )
}

/** Puts the limits of one grade of a version that is not in force yet. */
export function gradeLimitsWrite(
  cycleId: CycleId,
  snapshot: string,
  grade: number,
  limits: GradeLimits,
): Write {
  return { put: { ...gradeKind.write(limits), ...gradeKey(cycleId, snapshot, grade) } }
}

function gradeKey(cycleId: CycleId, snapshot: string, grade: number): Key {
  return keyOf(supplyPatterns.limitsOfGrade, { cycle: bareId(cycleId), snapshot, grade: String(grade) })
}
