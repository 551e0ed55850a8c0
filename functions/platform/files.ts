// The file store: signed addresses for browsers, plain reads and writes for jobs.
export type FileBody = Uint8Array | string | AsyncIterable<Uint8Array>

export type Files = {
  uploadUrl(key: string, seconds: number): Promise<string>
  /** `name` is what the browser keeps the file as; without it the last part of its key. */
  downloadUrl(key: string, seconds: number, name?: string): Promise<string>
  read(key: string): Promise<ReadableStream<Uint8Array> | undefined>
  /** Puts a file in place whole, or not at all; a stream is never held in memory. */
  write(key: string, body: FileBody, contentType: string): Promise<void>
}
