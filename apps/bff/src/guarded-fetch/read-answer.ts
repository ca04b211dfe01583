import type { Dispatcher } from 'undici'
import { FetchRefusedError, type FetchedText } from './guarded-fetch-types.ts'

/**
 * Judges the head of an answer, and reads its body only if the status is 2xx: no redirect, no encoding, no more bytes than
 * allowed, UTF-8. Throws FetchRefusedError.
 */
export async function readAnswer(
  { statusCode: status, headers: sent, body }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<FetchedText> {
  // A body that is given up may still fail, which nobody listens to then.
  body.on('error', () => undefined)
  const headers = new Map(
    Object.entries(sent).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
  if (status >= 300 && status < 400) {
    const redirectedTo = inert(headers.get('location') ?? '')
    throw new FetchRefusedError('redirect', { status, redirectedTo })
  }
  if (status < 200 || status > 299) return { status, headers, body: '' }
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? ''
  if (encoding !== '' && encoding !== 'identity') throw new FetchRefusedError('content-encoding', { status })
  if (Number(headers.get('content-length') ?? 0) > maxBytes)
    throw new FetchRefusedError('too-large', { status })
  return { status, headers, body: textOf(await readCapped(body, maxBytes, status), status) }
}

async function readCapped(body: AsyncIterable<Buffer>, maxBytes: number, status: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new FetchRefusedError('too-large', { status })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function textOf(bytes: Buffer, status: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new FetchRefusedError('content', { status }, { cause })
  }
}

/** A text from outside without what a terminal or a page could act upon. */
function inert(text: string): string {
  return text.slice(0, 300).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�')
}
