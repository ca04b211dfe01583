import * as fc from 'fast-check'
import { nearMissOf, otherSubject, type Proof } from '../proof.ts'
import { digits, hexadecimal, label, lowerGuid, path } from '../texts.ts'

const google: Proof = {
  platform: 'google',
  preset: 'google-cloud',
  variant: '',
  cases: fc.tuple(digits(21), digits(21)).map(([uniqueId, other]) => ({
    fields: { uniqueId },
    jobs: [{ uniqueId }],
    nearMiss: { job: { uniqueId: other }, refusal: otherSubject },
  })),
}

const accounts = fc.constantFrom(
  'c1a7e0d2-4b58-4f96-8d3e-6a9b0c2f4e71',
  '0f6c2d18-93ab-4e57-8b40-c7d1e5f2a690',
)
const aws = ['role', 'user'].map((principal): Proof => ({
  platform: 'aws',
  preset: 'aws',
  variant: principal,
  cases: fc
    .tuple(accounts, digits(12), path, fc.constantFrom('', '+=,.@-_'))
    .map(([issuerId, account, start, end]) => {
      const role = `${start}${end}`
      const arn = `arn:aws:iam::${account}:${principal}/${role}`
      const job = { issuerId, principalArn: arn }
      const other = `arn:aws:iam::${account}:${principal === 'role' ? 'user' : 'role'}/${role}`
      return {
        fields: { issuerId, account, role, principal },
        jobs: [job],
        nearMiss: { job: { ...job, principalArn: other }, refusal: otherSubject },
      }
    }),
}))

const cognito: Proof = {
  platform: 'cognito',
  preset: 'aws-cognito',
  variant: '',
  cases: fc.tuple(lowerGuid, lowerGuid, lowerGuid).map(([identity, pool, other]) => {
    const identityPoolId = `eu-west-1:${pool}`
    const job = { identityId: `eu-west-1:${identity}`, identityPoolId }
    return {
      fields: { identityId: job.identityId, poolId: identityPoolId },
      jobs: [job],
      nearMiss: { job: { ...job, identityId: `eu-west-1:${other}` }, refusal: otherSubject },
    }
  }),
}

const snowflake: Proof = {
  platform: 'snowflake',
  preset: 'snowflake',
  variant: '',
  cases: fc.tuple(hexadecimal(64), hexadecimal(64)).map(([subject, other]) => {
    const job = { region: '617a75', organization: '636f', account: '4354', subject: `identity_${subject}` }
    return {
      fields: (claims) => ({ issuer: String(claims.iss), subject: String(claims.sub) }),
      jobs: [job],
      nearMiss: { job: { ...job, subject: `identity_${other}` }, refusal: otherSubject },
    }
  }),
}

const vercelProject = fc.record({
  team: fc.constantFrom('contoso', 'octo-org'),
  project: label,
  environment: fc.oneof(fc.constantFrom('production', 'preview', 'development'), label),
})
const vercel = [
  { platform: 'vercel', mode: 'team' },
  { platform: 'vercel-global', mode: 'global' },
].flatMap(({ platform, mode }): Proof[] => [
  {
    platform,
    preset: 'vercel',
    variant: 'audience of the team',
    cases: vercelProject.map((values) => {
      const job = { ...values, audience: `https://vercel.com/${values.team}` }
      return {
        fields: { ...values, mode },
        jobs: [job],
        nearMiss: nearMissOf(job, 'environment', 'other-env'),
      }
    }),
  },
  {
    platform,
    preset: 'vercel',
    variant: 'audience of Azure',
    cases: vercelProject.map((values) => ({
      fields: { ...values, mode },
      audience: 'api://AzureADTokenExchange',
      jobs: [values],
      nearMiss: nearMissOf(values, 'environment', 'other-env'),
    })),
  },
])

const fly: Proof = {
  platform: 'fly',
  preset: 'fly-io',
  variant: '',
  cases: fc
    .record({ organization: fc.constantFrom('contoso', 'octo-org'), app: label, machine: label })
    .map((values) => ({
      fields: values,
      jobs: [values],
      nearMiss: nearMissOf(values, 'machine', 'other-2'),
    })),
}

export const cloudProofs: readonly Proof[] = [google, ...aws, cognito, snowflake, ...vercel, fly]
