import type { ServerResponse } from 'node:http'
import type { Answer } from './answer-request.ts'

/** Writes the answer; a lost one ends in the middle, as a broken network ends it. */
export function sendResponse(
  outgoing: ServerResponse,
  { response, lost }: Answer,
  method: string,
  requestId: string,
): void {
  if (lost === 'connection') {
    outgoing.destroy()
    return
  }
  const { status, headers = {}, body } = response
  outgoing.statusCode = status
  outgoing.setHeader('x-ms-request-id', requestId)
  outgoing.setHeader('x-content-type-options', 'nosniff')
  if (body !== undefined && typeof body !== 'string') {
    outgoing.setHeader('content-type', 'application/json; charset=utf-8')
  }
  for (const [name, value] of Object.entries(headers)) {
    outgoing.setHeader(name, typeof value === 'string' ? printable(value) : value.map(printable))
  }
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  if (status !== 204 && status !== 304) outgoing.setHeader('content-length', Buffer.byteLength(text))
  if (lost === 'end') {
    outgoing.write(text.slice(0, text.length / 2), () => outgoing.destroy())
    return
  }
  outgoing.end(method === 'HEAD' ? undefined : text)
}

/** A header holds Latin letters alone; what a caller sent, such as an audience, may hold any. */
function printable(value: string): string {
  return value.replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/gu, (letter) =>
    encodeURIComponent(letter.toWellFormed()),
  )
}
