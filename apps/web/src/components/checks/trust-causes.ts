import {
  checkTrust,
  type Cause,
  type CauseFamily,
  type CheckContext,
  type Warning,
  type WarningCode,
} from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'

interface RawTrust {
  readonly name?: string
  readonly issuer: string
  readonly subject: string | null
  readonly expression?: string | null | undefined
  readonly audiences: readonly string[]
}

/** What the engine says about one trust; nothing while it is half typed. */
export function trustCauses(
  { name, issuer, subject, expression, audiences }: RawTrust,
  { siblings = [], ...context }: Omit<CheckContext, 'siblings'> & { readonly siblings?: readonly Trust[] },
): readonly Cause[] {
  if (issuer === '' || !(subject || expression)) return []
  const draft = {
    issuer,
    subject,
    audiences,
    ...(name !== undefined && { name }),
    ...(expression && { claimsMatchingExpression: expression }),
  }
  const others = siblings.map((trust) => ({
    name: trust.name,
    issuer: trust.issuer,
    subject: trust.subject,
    audiences: trust.audiences,
  }))
  return checkTrust(draft, { ...context, siblings: others }).causes.filter(
    ({ code, severity }) => severity !== 'info' && !saidElsewhere.includes(code),
  )
}

/** The forms say these at their own places, with a way on. */
const saidElsewhere: readonly Cause['code'][] = [
  'name-taken',
  'claims-taken',
  'limit-reached',
  'value-missing',
]

/** Words of the presets that the engine says too, with a fix to press. */
const sameFamily: Partial<Record<WarningCode, CauseFamily>> = {
  'issuer-slash': 'issuer',
  'issuer-shape': 'issuer',
  'issuer-not-public': 'issuer_unreachable',
  'entra-issuer': 'issuer',
  wildcard: 'wildcard',
  'pull-request-hyphen': 'subject_format',
  'audience-not-default': 'audience',
  'audience-refused': 'audience',
}

/** The presets' words without those that the engine says: nothing is said twice. */
export function notSaidTwice(warnings: readonly Warning[], causes: readonly Cause[]): readonly Warning[] {
  const families = new Set(causes.map(({ family }) => family))
  return warnings.filter(({ code }) => {
    const family = sameFamily[code]
    return family === undefined || !families.has(family)
  })
}
