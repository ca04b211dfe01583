import * as z from 'zod'
import { type Cause, causeOf } from '../../cause.ts'
import { type ProbeKey, type ProbeRule, type ProbeView, succeeded } from '../../probe-view.ts'

/** Entra keeps the first hundred keys of an issuer. https://learn.microsoft.com/entra/workload-id/workload-identity-federation */
const mostKeys = 100

const Attempt = z.looseObject({ status: z.number().optional(), error: z.string().optional() })

/** The keys behind `jwks_uri`: RS256 is what the documents promise. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const keysRule: ProbeRule = (probe) => {
  const { answer, keys, document } = probe
  if (document === null) return []
  const fetched = answer.keys ?? attemptIn(answer.jwks)
  if (fetched !== null && !succeeded(fetched)) return [unfetched(probe, fetched)]
  if (keys === null) return answer.jwks === undefined ? bySupported(probe, []) : [noKeySet(probe)]
  const signing = keys.filter(({ use }) => use !== 'enc')
  if (signing.length === 0) return [noKeys(probe)]
  return [...tooMany(probe, keys), ...kinds(probe, signing)]
}

/** Where the fetch of the keys failed, its status or error may stand in their place. */
function attemptIn(jwks: unknown): { status?: number; error?: string } | null {
  const { data } = Attempt.safeParse(jwks)
  if (data === undefined || (data.status === undefined && data.error === undefined)) return null
  return {
    ...(data.status === undefined ? {} : { status: data.status }),
    ...(data.error === undefined ? {} : { error: data.error }),
  }
}

function unfetched({ document }: ProbeView, { status, error }: { status?: number; error?: string }): Cause {
  return block('keys-unreachable', {
    text: 'Entra could not fetch the keys that sign the tokens; the discovery document itself was reachable.',
    evidence: `${document?.jwks_uri ?? 'jwks_uri'}: ${error ?? `status ${status ?? 'unknown'}`}`,
    fix: 'Let the internet reach the address in jwks_uri over https, without sign-in or redirect.',
  })
}

function noKeySet({ document }: ProbeView): Cause {
  return block('keys-missing', {
    text: 'Entra cannot verify any token: what jwks_uri answers is no key set.',
    evidence: `${document?.jwks_uri ?? 'jwks_uri'} has no list “keys”.`,
    fix: 'Publish a JSON Web Key Set with an RSA key (RS256) there.',
  })
}

function noKeys({ document }: ProbeView): Cause {
  return block('keys-missing', {
    text: 'Entra cannot verify any token: the issuer publishes no key for signatures.',
    evidence: `${document?.jwks_uri ?? 'jwks_uri'} lists no signing key.`,
    fix: 'Publish the RSA key (RS256) with which the tokens are signed.',
  })
}

function tooMany({ issuer }: ProbeView, keys: readonly ProbeKey[]): Cause[] {
  if (keys.length <= mostKeys) return []
  return [
    causeOf('keys-too-many', {
      severity: 'warn',
      certainty: 'likely',
      field: 'issuer',
      text: `Some tokens may be refused: Entra keeps the first ${mostKeys} keys of an issuer, and this one publishes ${keys.length}.`,
      evidence: `${keys.length} keys of ${issuer}`,
      fix: 'Remove keys that no longer sign, or put the current one first.',
    }),
  ]
}

function kinds(probe: ProbeView, keys: readonly ProbeKey[]): Cause[] {
  const usable = keys.filter(isRs256)
  const others = [...new Set(keys.filter((key) => !isRs256(key)).map(nameOf))]
  if (usable.length === 0) return [notRsa(probe, others)]
  const weak = usable.filter(({ n }) => n !== undefined && n.length < 340)
  return [
    ...(weak.length === usable.length ? [weakKeys(probe, weak)] : []),
    ...(others.length > 0 ? [mixed(probe, others)] : bySupported(probe, usable)),
  ]
}

function isRs256({ kty, alg }: ProbeKey): boolean {
  return kty === 'RSA' && (alg === undefined || alg === 'RS256')
}

function nameOf({ kty, alg }: ProbeKey): string {
  return alg ?? (kty === 'EC' ? 'an elliptic curve (ES256 or another)' : (kty ?? 'an unnamed kind'))
}

function notRsa({ document }: ProbeView, others: readonly string[]): Cause {
  return block('keys-not-rsa', {
    text: `Entra refuses every token: the issuer signs with ${others.join(', ')}, and RS256 with an RSA key is needed.`,
    evidence: `Keys at ${document?.jwks_uri ?? 'jwks_uri'}: ${others.join(', ')}`,
    fix: 'Give the issuer an RSA key, sign with RS256, and publish it at jwks_uri.',
  })
}

function mixed({ issuer }: ProbeView, others: readonly string[]): Cause {
  return causeOf('keys-mixed', {
    severity: 'info',
    certainty: 'possible',
    field: 'issuer',
    text: `Only tokens signed with RS256 are taken; the issuer also has keys for ${others.join(', ')}.`,
    evidence: `Keys of ${issuer}: RS256, ${others.join(', ')}`,
    fix: 'Check “alg” in the header of a token: it has to be RS256.',
  })
}

/** Without keys, or beside RSA keys without an algorithm, the document’s own list is what is known. */
function bySupported(probe: ProbeView, usable: readonly ProbeKey[]): Cause[] {
  const { algorithms } = probe
  if (algorithms === null || algorithms.length === 0 || algorithms.includes('RS256')) return []
  if (usable.some(({ alg }) => alg === 'RS256')) return []
  return [notRsa(probe, algorithms)]
}

/** 2048 bits are 256 bytes, 342 characters of base64url. */
function weakKeys({ issuer }: ProbeView, keys: readonly ProbeKey[]): Cause {
  return causeOf('keys-weak', {
    severity: 'warn',
    certainty: 'likely',
    field: 'issuer',
    text: 'Entra may refuse every token: the RSA key has fewer than 2048 bits.',
    evidence: `Keys of ${issuer}: ${keys.map(({ kid }) => kid ?? 'without kid').join(', ')}`,
    fix: 'Sign with an RSA key of 2048 bits or more.',
  })
}

function block(
  code: 'keys-unreachable' | 'keys-missing' | 'keys-not-rsa',
  rest: Pick<Cause, 'text' | 'evidence' | 'fix'>,
): Cause {
  return causeOf(code, { severity: 'block', certainty: 'certain', field: 'issuer', ...rest })
}
