import { credential } from '../build-credential.ts'
import type { PasteReader } from '../paste-context.ts'
import type { PastedTrust } from '../paste-reading.ts'
import { trustAtAddress } from './az-commands.ts'

const start =
  /^(?:PUT|PATCH|POST) (\S{1,2000}federatedIdentityCredentials\S{0,600})(?: HTTP\/[\d.]{1,3})?[ \t]*$/gim

/** Requests of a `.http` file, or of a vendor's documents: method and address, headers, an empty line, the body. */
export const readHttpRequests: PasteReader = (text, { cloud }) => {
  const trusts: PastedTrust[] = []
  let requests = 0
  for (const request of text.matchAll(start)) {
    requests += 1
    if (requests > mostRequests) break
    const body = bodyOf(text.slice(request.index + request[0].length))
    const trust = body === undefined ? null : trustAtAddress(request[1] ?? '', body, cloud)
    if (trust !== null) trusts.push(trust)
  }
  return credential(trusts)
}

const mostRequests = 100

/** The JSON up to the line that closes it. */
function bodyOf(rest: string): unknown {
  const from = /\n(?=\{)/.exec(rest.slice(0, 5000))
  if (from === null) return undefined
  const end = /\n\}[ \t]*(?=\n|$)/.exec(rest.slice(from.index, from.index + 20_000))
  const oneLine = /^\{[^\n]{1,20000}\}$/m.exec(rest.slice(from.index + 1, from.index + 20_000))
  const json = end === null ? oneLine?.[0] : rest.slice(from.index, from.index + end.index + end[0].length)
  if (json === undefined) return undefined
  try {
    const value: unknown = JSON.parse(json)
    return value
  } catch {
    // Not JSON after all, such as an example with dots.
    return undefined
  }
}
