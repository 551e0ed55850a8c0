// The file store: signed addresses for browsers, plain reads and writes for jobs.
export type Files = {
  uploadUrl(key: string, seconds: number): Promise<string>
  downloadUrl(key: string, seconds: number): Promise<string>
  read(key: string): Promise<ReadableStream<Uint8Array> | undefined>
  write(key: string, body: Uint8Array | string, contentType: string): Promise<void>
}
