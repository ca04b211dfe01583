import type { Presented } from '@trustwright/federation'
import type { IssuerProbe } from '@trustwright/shared-schemas'
import { counted } from '../../lib/words.ts'
import type { Checked } from './checked.ts'

/** How far the look at the issuer has come. `none`: there is no address to look at. */
export type IssuerLook =
  | { readonly state: 'signed-out' | 'none' | 'unasked' | 'asking' | 'failed' }
  | { readonly state: 'done'; readonly probe: IssuerProbe }

const what = 'Issuer’s keys'

const notDone: Readonly<Record<Exclude<IssuerLook['state'], 'done'>, string>> = {
  'signed-out': 'not looked at: nobody is signed in',
  none: 'not looked at: the text names no address of one',
  unasked: 'not looked at',
  asking: 'being read, as Entra would',
  failed: 'could not be looked at from the portal',
}

/** What the issuer answered now, and whether the token's key is among those that it publishes. */
export function issuerFact(look: IssuerLook, presented: Presented | null): Checked {
  if (look.state !== 'done') return { what, state: 'unknown', words: notDone[look.state] }
  const { document, keys, causes } = look.probe
  if (document.outcome !== 'read' || keys?.outcome !== 'read')
    return { what, state: 'differs', words: 'not readable as Entra would read it' }
  const kid = presented?.header['kid']
  const count = counted(keys.list.length, 'key')
  if (typeof kid === 'string' && !keys.list.some((key) => key.kid === kid))
    return { what, state: 'differs', words: `read now: this token’s key is not among its ${count}` }
  if (causes.some(({ severity }) => severity === 'block'))
    return { what, state: 'differs', words: `read now with ${count}, and Entra would refuse it` }
  return {
    what,
    state: 'fine',
    words:
      typeof kid === 'string' ? `read now: this token’s key is among its ${count}` : `read now: ${count}`,
  }
}

/** Keys as the comparison of a token takes them; undefined until they were read. */
export function publishedKeys(probe: IssuerProbe | null) {
  const list = probe?.keys?.outcome === 'read' ? probe.keys.list : null
  if (list === null) return undefined
  return {
    keys: list.map(({ kty, alg, kid, use }) => ({
      ...(kty === null ? {} : { kty }),
      ...(alg === null ? {} : { alg }),
      ...(kid === null ? {} : { kid }),
      ...(use === null ? {} : { use }),
    })),
  }
}
