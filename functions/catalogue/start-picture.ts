import { type Actor, markOf } from '#platform/actor'
import { beginJob } from '#platform/jobs/begin-job'
import { type Job, makeRunnable, storedJob } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import type { World } from '#platform/world'
import type { JobId } from '#shared/ids'
import type { JobView } from '#shared/imports'
import { Problem } from '#shared/problems'
import { getProduct } from './list-products.ts'
import { uploadedPictureKey } from './picture-files.ts'

const FAMILY = 'pictures'
const UPLOAD_SECONDS = 3600

export type StartedPicture = { job: JobView; uploadUrl: string }

/** Begins a picture of a product: a job that waits for its file, and the address to send the file to. */
export async function startPicture(
  world: World,
  actor: Actor,
  product: string,
  once: Once,
): Promise<StartedPicture> {
  const { productId } = await getProduct(world, product)
  const jobId = derivedId('job', 'picture', markOf(actor).id, once.key)
  const named = { kind: 'product-picture', family: FAMILY, input: { productId } } as const
  const job = await beginJob(world, actor, { ...named, jobId, began: 'picture.started' }, once)
  const uploadUrl = await world.files.uploadUrl(uploadedPictureKey(jobId), UPLOAD_SECONDS)
  return { job: viewOf(job), uploadUrl }
}

/** Lets a picture be made once its file is there; throws `catalogue.picture_not_found`, `catalogue.picture_missing`. */
export async function takePicture(world: World, product: string, jobId: JobId): Promise<JobView> {
  await pictureJob(world, product, jobId)
  const body = await world.files.read(uploadedPictureKey(jobId))
  if (!body) throw new Problem('catalogue.picture_missing')
  await body.cancel()
  await makeRunnable(world.table, jobId)
  return showPicture(world, product, jobId)
}

/** How a picture stands; its problem says why it was not taken. */
export async function showPicture(world: World, product: string, jobId: JobId): Promise<JobView> {
  return viewOf(await pictureJob(world, product, jobId))
}

async function pictureJob(world: World, product: string, jobId: JobId): Promise<Job> {
  const { productId } = await getProduct(world, product)
  const job = await storedJob(world.table, jobId)
  if (job?.family !== FAMILY || job.input.productId !== productId)
    throw new Problem('catalogue.picture_not_found')
  return job
}

function viewOf({ jobId, kind, state, done, total, verdicts, problem, facts, startedAt }: Job): JobView {
  return { jobId, kind, state, done, total, verdicts, problem, facts, startedAt }
}
