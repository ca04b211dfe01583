import { type Cause, causeOf } from '../../cause.ts'
import { alignClaims } from '../../claims/align-claims.ts'
import { letterCaseWords, quoted } from '../../letters.ts'
import { withoutEndSlashes } from '../../platform-of.ts'
import type { ProbeRule, ProbeView } from '../../probe-view.ts'
import { sharedLength } from '../../../claims/difference.ts'
import { hostOf } from '../../../presets/issuer-host.ts'
import { wasReached } from './fetch-errors.ts'
import { isPrivate } from '../draft/issuer-public.ts'

/** The discovery document against the issuer: it says what the tokens carry. https://openid.net/specs/openid-connect-discovery-1_0.html */
export const documentRule: ProbeRule = (probe) => {
  if (probe.answer.document === undefined) return []
  const named = probe.document?.issuer
  if (named === undefined || named === '') return [unreadable(probe)]
  return [...differs(probe.issuer, named), ...keysAddress(probe)]
}

function unreadable({ issuer, answer }: ProbeView): Cause {
  const seen = typeof answer.document === 'string' ? quoted(answer.document, 80) : typeof answer.document
  return causeOf('discovery-unreadable', {
    severity: 'block',
    certainty: 'certain',
    field: 'issuer',
    text: 'Entra cannot read it: the address answers, but not with a discovery document that names an issuer.',
    evidence: `${issuer}: ${seen}`,
    fix: 'Compare the issuer with “iss” of a token; a sign-in or error page may stand in the place of the document.',
  })
}

function differs(issuer: string, named: string): Cause[] {
  if (issuer === named) return []
  const kind = kindOf(issuer, named)
  return [
    causeOf(kind.code, {
      severity: 'block',
      certainty: 'certain',
      field: 'issuer',
      text: `No token would match: ${kind.text}, and tokens carry the issuer of the discovery document.`,
      evidence: `Stored: ${issuer} — discovery document: ${named}${kind.letters}`,
      alignments: [alignClaims('issuer', issuer, named)],
      ...(kind.code === 'issuer-common'
        ? { fix: 'Put the GUID of the tenant in the place of “common” or “organizations”.' }
        : { fix: `Store ${named}`, action: { kind: 'set', field: 'issuer', value: named } }),
    }),
  ]
}

function kindOf(issuer: string, named: string) {
  if (/\{tenant_?id\}/i.test(named)) {
    return {
      code: 'issuer-common' as const,
      text: 'the address is that of every tenant, so the document names a placeholder in the place of the tenant GUID',
      letters: '',
    }
  }
  if (withoutEndSlashes(issuer) === withoutEndSlashes(named)) {
    const [more, less] =
      issuer.length > named.length ? ['stored issuer', 'document'] : ['document', 'stored issuer']
    const count = issuer.endsWith('//') ? 'a double slash' : 'a trailing slash'
    return {
      code: issuer.endsWith('//') ? ('issuer-empty-segment' as const) : ('issuer-slash' as const),
      text: `the ${more} has ${count} that the ${less} does not have`,
      letters: '',
    }
  }
  if (issuer.toLowerCase() === named.toLowerCase()) {
    return {
      code: 'issuer-case' as const,
      text: 'the two differ in letter case',
      letters: `: ${letterCaseWords(issuer, named)}`,
    }
  }
  if (issuer.trim() === named.trim()) {
    return {
      code: 'issuer-white-space' as const,
      text: 'white space stands around one of the two',
      letters: '',
    }
  }
  const at = sharedLength(issuer, named)
  return {
    code: 'issuer-discovery-differs' as const,
    text: `the two differ from character ${at + 1} on`,
    letters: `: “${quoted(issuer.slice(at), 40)}” and “${quoted(named.slice(at), 40)}”`,
  }
}

function keysAddress({ answer, document, issuer }: ProbeView): Cause[] {
  const address = document?.jwks_uri
  const isUsable = address !== undefined && address.startsWith('https://') && URL.canParse(address)
  if (isUsable && (!isPrivate(hostOf(address)) || wasReached(answer.keys ?? {}))) return []
  return [
    causeOf('keys-address', {
      severity: 'block',
      certainty: 'certain',
      field: 'issuer',
      text: 'Entra cannot fetch the keys: the discovery document names no https address for them that the internet reaches.',
      evidence: `jwks_uri of ${issuer}: ${address ?? 'missing'}`,
      fix: 'Publish the keys at a public https address, and name it as jwks_uri in the document.',
    }),
  ]
}
