// Puts the built site into its bucket: `node infra/aws/build/publish-pages.ts <bucket> <folder>`.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

export type Upload = { file: string; key: string; contentType: string; cacheControl: string }

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/** What is to be put up: files with a hash in their name for a year and first, then pages, to be asked for anew each
 * time, so that no page names a file that is not there yet and the CDN needs no invalidation. */
export function uploadsOf(folder: string): Upload[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const uploads = files.map(({ parentPath, name }) => {
    const file = join(parentPath, name)
    const key = relative(folder, file).split(sep).join('/')
    const contentType = contentTypes[extname(name)] ?? 'application/octet-stream'
    const cacheControl = key.startsWith('_astro/')
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate'
    return { file, key, contentType, cacheControl }
  })
  return uploads.sort(
    (left, right) => Number(right.key.startsWith('_astro/')) - Number(left.key.startsWith('_astro/')),
  )
}

async function publishPages(bucket: string, folder: string): Promise<number> {
  const client = new S3Client({})
  const uploads = uploadsOf(folder)
  for (const { file, key, contentType, cacheControl } of uploads) {
    const content = { Body: readFileSync(file), ContentType: contentType, CacheControl: cacheControl }
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, ...content }))
  }
  return uploads.length
}

if (import.meta.main) {
  const [bucket, folder] = process.argv.slice(2)
  if (bucket && folder) process.stdout.write(`${await publishPages(bucket, folder)} files put up\n`)
  else {
    process.stderr.write('publish-pages <bucket> <folder>\n')
    process.exitCode = 1
  }
}
