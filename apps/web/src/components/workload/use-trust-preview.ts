import {
  defaultAudience,
  previewTrust,
  type Cause,
  type Cloud,
  type TrustPreview,
  type Warning,
} from '@trustwright/federation'
import type { NewTrust, Trust, TrustParent } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import { notSaidTwice, trustCauses } from '../checks/trust-causes.ts'
import { useGithubFacts, type GithubLook } from '../checks/use-github-facts.ts'
import { audienceOption, compileForm, type TrustFormValues } from './trust-form.ts'

export interface LivePreview {
  readonly claims: TrustPreview
  /** What is worth saying before anything is stored. Refusals stand at their fields instead. */
  readonly warnings: readonly Warning[]
  /** The trusts as they will be stored; empty while a field is missing or refused. */
  readonly wanted: readonly NewTrust[]
  /** How many trusts the form makes. */
  readonly total: number
  /** What the engine says about them; of each code once. */
  readonly causes: readonly Cause[]
  /** The platform’s own rules refuse a field: the form says so there, and nobody can insist. */
  readonly isRefused: boolean
  readonly github: GithubLook
}

/** Where the trusts would be stored. */
export interface PreviewPlace {
  readonly kind?: TrustParent['kind'] | undefined
  readonly siblings?: readonly Trust[]
}

/** What Azure would store if the form were sent as it is now. */
export function useTrustPreview(
  values: TrustFormValues,
  cloud: Cloud,
  { kind, siblings }: PreviewPlace = {},
): LivePreview {
  const { presetId, audience, name } = values
  const fields = values.fields[presetId]
  // The form's values are one object that changes in place, so the parts are compared by their text.
  const text = JSON.stringify([presetId, fields, audience, name])
  const compiled = useMemo(() => {
    const claims = previewTrust(presetId, fields, { cloud, ...audienceOption(values, cloud) })
    const { drafts, warnings } = compileForm(values, cloud)
    // As they stand, even where the name or the audience will be refused.
    const wanted = drafts.map(({ name, issuer, subject = '', audiences: [only] }) => ({
      name,
      issuer,
      subject,
      audiences: [only],
    }))
    const judged = wanted.length > 0 || presetId !== 'other-issuer' ? wanted : [typedByHand(fields, cloud)]
    return { claims, warnings, wanted, judged }
    // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for every value that is read
  }, [text, cloud])
  const { claims, judged, wanted } = compiled
  const [first] = judged
  const github = useGithubFacts(first?.issuer ?? '', first?.subject ?? '')
  const known = github.facts
  const causes = useMemo(() => {
    const facts = known === undefined ? {} : { facts: { github: known } }
    const place = { cloud, parentKind: kind, ...facts, ...(siblings !== undefined && { siblings }) }
    return eachCode(judged.flatMap((trust) => trustCauses(trust, place)))
  }, [judged, cloud, kind, siblings, known])
  return {
    claims,
    wanted,
    causes,
    github,
    isRefused: compiled.warnings.some(({ severity }) => severity === 'block'),
    warnings: notSaidTwice(
      compiled.warnings.filter(({ code }) => code !== 'field-refused'),
      causes,
    ),
    total: claims.others.length + 1,
  }
}

/** What the preset refuses at its fields is judged all the same: the engine has a fix to press. */
function typedByHand(fields: Readonly<Record<string, string>>, cloud: Cloud) {
  const { issuer = '', subject = '', audience = '' } = fields
  return { issuer, subject, audiences: [audience === '' ? defaultAudience(cloud) : audience] }
}

/** Several trusts of one form share their faults. */
function eachCode(causes: readonly Cause[]): readonly Cause[] {
  return [...new Map(causes.toReversed().map((cause) => [cause.code, cause])).values()].toReversed()
}
