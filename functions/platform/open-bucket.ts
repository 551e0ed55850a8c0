// The bucket itself, with the client of S3.
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { uploadInParts } from './bucket-parts.ts'
import type { Files } from './files.ts'

/** Files of the bucket that `filesUrl` (`s3://bucket`) names, through the client of S3. */
export function openBucket(filesUrl: string, region: string): Files {
  const Bucket = new URL(filesUrl).hostname
  const client = new S3Client({ region })
  return {
    uploadUrl: (Key, expiresIn) => getSignedUrl(client, new PutObjectCommand({ Bucket, Key }), { expiresIn }),
    downloadUrl: (Key, expiresIn, name = nameOf(Key)) => {
      const ResponseContentDisposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
      const asked = new GetObjectCommand({ Bucket, Key, ResponseContentDisposition })
      return getSignedUrl(client, asked, { expiresIn })
    },
    read: async (Key) => {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket, Key }))
        return answer.Body?.transformToWebStream()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    write: async (Key, Body, ContentType) => {
      if (typeof Body === 'string' || Body instanceof Uint8Array) {
        await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }))
      } else await uploadInParts(client, { Bucket, Key, ContentType }, Body)
    },
  }
}

function nameOf(key: string): string {
  return key.split('/').at(-1) ?? key
}
