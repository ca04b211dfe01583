import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileTrust } from '../compile-trust.ts'
import { cloudNames, clouds } from '../model/cloud.ts'
import { presetOf } from '../presets/list.ts'
import { rightFields, rightFieldsOf } from '../testing/arbitrary-fields.ts'
import { checkTrust } from './check-trust.ts'
import { contextOf, nameOf, readGithubSubject } from './github-subject.ts'
import type { GithubFacts } from './trust.ts'

test('nothing above info is said of right trusts of any platform', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(rightFields, fc.constantFrom(...cloudNames), ([id, fields], cloud) => {
      const { trusts, warnings } = compileTrust(id, fields, { cloud })
      if (warnings.some(({ code, severity }) => severity === 'block' || isOtherAudience(code, severity)))
        return
      for (const trust of trusts) {
        // The generators write Microsoft’s own callers for the public cloud alone.
        if (cloud !== 'public' && trust.issuer.startsWith(clouds.public.authorityHost)) continue
        for (const parentKind of presetOf(id).parentKinds) {
          const { causes } = checkTrust(trust, { cloud, parentKind, siblings: [], facts: {} })
          expect(causes.filter(({ severity }) => severity !== 'info')).toEqual([])
        }
      }
    }),
    { numRuns: 500, seed: 20_261_122 },
  )
})

test(
  'nothing above info is said of right trusts of GitHub beside what GitHub says of them',
  { timeout: 60_000 },
  () => {
    const github = rightFieldsOf.get('github-actions')
    if (github === undefined) throw new Error('The generators lack GitHub.')
    fc.assert(
      fc.property(github, (fields) => {
        for (const trust of compileTrust('github-actions', fields).trusts) {
          const { causes } = checkTrust(trust, { facts: { github: factsOf(trust.subject ?? '') } })
          expect(causes.filter(({ severity }) => severity !== 'info')).toEqual([])
        }
      }),
      { numRuns: 300, seed: 20_261_122 },
    )
  },
)

/** What GitHub would answer for the repository and job of a right subject. */
function factsOf(subject: string): GithubFacts {
  const read = readGithubSubject(subject)
  const context = contextOf(read)
  return {
    repositoryStatus: 200,
    subClaimPrefix: subject.split(':').slice(0, 2).join(':'),
    includeClaimKeys: read.parts.map(({ key }) => key),
    useDefault: false,
    ...(read.repository === null ? {} : { canonicalRepository: nameOf(read.repository) }),
    ...(context?.key === 'environment'
      ? { jobEnvironment: context.value ?? '', environments: [context.value ?? ''] }
      : {}),
    ...(context?.key === 'ref' ? { jobRef: context.value ?? '', triggers: ['push'] } : {}),
    ...(context?.key === 'pull_request' ? { jobRef: 'refs/pull/7/merge', triggers: ['pull_request'] } : {}),
  }
}

/** The audience of another cloud is typed into some forms, which warn of it too. */
function isOtherAudience(code: string, severity: string): boolean {
  return code === 'audience-not-default' && severity === 'warn'
}
