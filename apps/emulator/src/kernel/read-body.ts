import type { IncomingMessage } from 'node:http'

const maxBytes = 1024 * 1024

/** The body as text, or undefined when it is larger than 1 MiB. Rejects when the client goes away. */
export function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
      else {
        incoming.pause()
        resolve(undefined)
      }
    })
    incoming.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    incoming.on('error', reject)
  })
}
