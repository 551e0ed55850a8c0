/** The file could not be sent to the file store. */
export class UploadFailed extends Error {
  override name = 'UploadFailed'
}

/** Sends a file to where the server said, and tells how far it is, from 0 to 1. Throws UploadFailed. */
export function sendFile(url: string, file: File, tell: (share: number) => void = () => {}): Promise<void> {
  // fetch does not tell how far an upload is.
  const request = new XMLHttpRequest()
  return new Promise((resolve, reject) => {
    const fail = () => reject(new UploadFailed())
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0)
    request.onload = () => (request.status < 300 ? resolve() : fail())
    request.onerror = fail
    request.open('PUT', url)
    request.send(file)
  })
}
