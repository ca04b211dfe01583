import type { FindingRuleId } from '@trustwright/shared-schemas'
import * as z from 'zod'

/** The rule that finds each fault that the emulator's seed plants. */
const ruleOfFault: Readonly<Record<string, FindingRuleId>> = {
  'cannot match: slash': 'cannot-match',
  'cannot match: letter case': 'cannot-match',
  'cannot match: white space': 'cannot-match',
  'cannot match: wildcard in an exact subject': 'cannot-match',
  'cannot match: wrong entity': 'cannot-match',
  'cannot match: dead twin': 'dead-twin',
  'mutable subject': 'mutable-subject',
  'immutable-subject migration due': 'id-migration-due',
  'dangling issuer': 'dangling-issuer',
  'dangling workload': 'dangling-workload',
  'pattern too wide: whole organisation': 'pattern-too-wide',
  'pattern too wide: every ref': 'pattern-too-wide',
  'pull request with write access': 'pull-request-write',
  'owner-like role': 'wide-role',
  'role on a whole subscription': 'wide-role',
  'privileged directory role': 'privileged-directory-access',
  'privileged Graph permission': 'privileged-directory-access',
  'issuer not allowed': 'issuer-not-allowed',
  'unknown issuer': 'issuer-unknown',
  'plain http issuer': 'issuer-not-public',
  'private issuer': 'issuer-not-public',
  'unusual audience': 'unusual-audience',
  'shared subject': 'shared-subject',
  'unused for 90 days': 'unused',
  'never used': 'never-used',
  'no owner': 'no-owner',
  'near the limit of 20': 'near-limit',
  'managed by AKS': 'aks-managed',
  'policy would refuse it today': 'policy-refuses',
}

const Parent = z.union([
  z.looseObject({ kind: z.literal('managedIdentity'), resourceId: z.string() }),
  z.looseObject({ kind: z.literal('application'), appId: z.string() }),
])
export const AnswerSheet = z.looseObject({
  settings: z.looseObject({ allowedIssuers: z.array(z.string()) }),
  faults: z.array(
    z.looseObject({
      fault: z.string(),
      parent: Parent,
      trust: z.looseObject({ name: z.string() }).nullable(),
      onlyIf: z
        .looseObject({ github: z.boolean().optional(), allowedIssuers: z.boolean().optional() })
        .optional(),
    }),
  ),
})
export type AnswerSheet = z.output<typeof AnswerSheet>

/** What the portal knows. */
export interface Knowing {
  readonly github: boolean
  readonly allowedIssuers: boolean
}

/** `rule key` of everything that was planted and shows with this knowledge, each once. */
export function expectedOf({ faults }: AnswerSheet, knowing: Knowing): string[] {
  const shown = faults.filter(
    ({ onlyIf: { github = knowing.github, allowedIssuers = knowing.allowedIssuers } = {} }) =>
      github === knowing.github && allowedIssuers === knowing.allowedIssuers,
  )
  const found = shown.map(({ fault, parent, trust }) => {
    const rule = ruleOfFault[fault]
    if (rule === undefined) throw new Error(`No rule finds “${fault}”.`)
    const parentKey = (
      parent.kind === 'application' ? `/applications/${parent.appId}` : parent.resourceId
    ).toLowerCase()
    const trustKey = `${parentKey}/federatedidentitycredentials/${trust?.name.toLowerCase() ?? ''}`
    return `${rule} ${trust === null ? parentKey : trustKey}`
  })
  return [...new Set(found)].toSorted()
}
