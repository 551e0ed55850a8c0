// The file store on S3, for the cloud.
import type { Files } from './files.ts'

/** Files of one bucket; `filesUrl` is `s3://bucket`. S3's client is loaded with the first file: most requests have none. */
export function createBucketFiles(filesUrl: string, region: string): Files {
  let opened: Promise<Files> | undefined
  const open = () => {
    opened ??= import('./open-bucket.ts').then(({ openBucket }) => openBucket(filesUrl, region))
    return opened
  }
  return {
    uploadUrl: async (...asked) => (await open()).uploadUrl(...asked),
    downloadUrl: async (...asked) => (await open()).downloadUrl(...asked),
    read: async (...asked) => (await open()).read(...asked),
    write: async (...asked) => (await open()).write(...asked),
  }
}
