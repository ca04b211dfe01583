import * as fc from 'fast-check'
import { nearMissOf, otherCaller, otherSubject, type Proof } from '../proof.ts'
import { digits, freeName, hexadecimal, label, lowerGuid, refName, slug } from '../texts.ts'

const organizations = [
  'a8c3e7d1-5f20-4b96-8d47-1e9c0b2a6f35',
  '4d2f8a61-7c39-4e05-b1d8-93a6c5e0f274',
] as const
const gitlabHosts = fc.constantFrom('gitlab.com', 'gitlab.contoso.example')
const gitlabPath = fc.array(slug, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('/'))
const refType = fc.constantFrom('branch', 'tag')

const gitlab: readonly Proof[] = [
  {
    platform: 'gitlab',
    preset: 'gitlab',
    variant: 'project path',
    cases: fc
      .record({ host: gitlabHosts, project: gitlabPath, refType, ref: refName })
      .map(({ project, ...rest }) => {
        const job = { ...rest, projectPath: project }
        return {
          fields: { ...rest, project, names: 'path' },
          jobs: [job],
          nearMiss: nearMissOf(job, 'projectPath', `${project}x`),
        }
      }),
  },
  {
    platform: 'gitlab',
    preset: 'gitlab',
    variant: 'project ID',
    cases: fc
      .record({ host: gitlabHosts, projectId: digits(7).map((id) => `1${id}`), refType, ref: refName })
      .map((values) => {
        const job = { ...values, subjectComponents: ['project_id', 'ref_type', 'ref'] }
        return { fields: { ...values, names: 'id' }, jobs: [job], nearMiss: nearMissOf(job, 'ref', 'x') }
      }),
  },
  {
    platform: 'gitlab',
    preset: 'gitlab',
    variant: 'components',
    cases: fc.record({ host: gitlabHosts, projectPath: gitlabPath, ref: label }).map((values) => {
      const { host, projectPath, ref } = values
      const job = {
        ...values,
        refProtected: true,
        subjectComponents: ['project_path', 'ref', 'ref_protected'],
      }
      return {
        fields: {
          host,
          names: 'components',
          components: `project_path=${projectPath}, ref=${ref}, ref_protected=true`,
        },
        jobs: [job],
        nearMiss: { job: { ...job, refProtected: false }, refusal: otherSubject },
      }
    }),
  },
]

const azureDevops: readonly Proof[] = [
  {
    platform: 'azure-devops-entra',
    preset: 'azure-devops',
    variant: 'issuer of Entra',
    cases: fc.tuple(lowerGuid, lowerGuid, lowerGuid).map(([organizationId, connectionId, other]) => {
      const tenantId = '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10'
      const job = { tenantId, organizationId, serviceConnectionId: connectionId }
      return {
        fields: { format: 'entra', tenantId, organizationId, connectionId },
        jobs: [job],
        nearMiss: { job: { ...job, serviceConnectionId: other }, refusal: otherCaller },
      }
    }),
  },
  {
    platform: 'azure-devops',
    preset: 'azure-devops',
    variant: 'its own issuer',
    cases: fc
      .record({
        organizationId: fc.constantFrom(...organizations),
        organization: label,
        project: freeName,
        connection: freeName,
      })
      .map(({ connection, ...rest }) => {
        const job = { ...rest, serviceConnection: connection }
        return {
          fields: { ...rest, connection, format: 'devops' },
          jobs: [job],
          nearMiss: nearMissOf(job, 'project', 'other'),
        }
      }),
  },
]

const circleciIds = fc.record({
  organizationId: fc.constantFrom(...organizations),
  projectId: lowerGuid,
  userId: lowerGuid,
})
const circleci: readonly Proof[] = [
  {
    platform: 'circleci',
    preset: 'circleci',
    variant: 'command',
    cases: fc.tuple(circleciIds, lowerGuid).map(([ids, userId]) => ({
      fields: { ...ids, format: 'v1', obtainedBy: 'command' },
      jobs: [ids],
      nearMiss: { job: { ...ids, userId }, refusal: otherSubject },
    })),
  },
  {
    platform: 'circleci',
    preset: 'circleci',
    variant: 'variable, with repository and ref',
    cases: fc.tuple(circleciIds, slug, refName).map(([ids, repository, branch]) => {
      const origin = `github.com/octo-org/${repository}`
      const ref = `refs/heads/${branch}`
      const job = { ...ids, vcsOrigin: origin, vcsRef: ref, audience: ids.organizationId }
      return {
        fields: { ...ids, format: 'v2', obtainedBy: 'variable', origin, ref },
        jobs: [job],
        nearMiss: nearMissOf(job, 'vcsOrigin', 'x'),
      }
    }),
  },
]

const buildkite = ['pipeline_id', 'cluster_id', 'queue_id', 'organization_id'].map((claim): Proof => ({
  platform: 'buildkite',
  preset: 'buildkite',
  variant: claim,
  cases: fc.tuple(lowerGuid, lowerGuid).map(([id, other]) => ({
    fields: { claim, id },
    jobs: [{ subjectClaim: claim, subjectId: id }],
    nearMiss: { job: { subjectClaim: claim, subjectId: other }, refusal: otherSubject },
  })),
}))

const semaphore: Proof = {
  platform: 'semaphore',
  preset: 'semaphore',
  variant: '',
  cases: fc
    .record({
      organization: fc.constantFrom('contoso', 'octo-org'),
      projectId: lowerGuid,
      repository: slug,
      refType: fc.constantFrom('branch', 'tag', 'pr'),
      ref: refName.map((name) => `refs/heads/${name}`),
    })
    .map((values) => ({
      fields: values,
      jobs: [values],
      nearMiss: nearMissOf(values, 'repository', 'other-one'),
    })),
}

const codefreshIds = fc.record({ account: hexadecimal(24), pipeline: hexadecimal(24), initiator: freeName })
const codefresh = ['cron', 'manual'].map((trigger): Proof => ({
  platform: 'codefresh',
  preset: 'codefresh',
  variant: trigger,
  cases: codefreshIds.map(({ account, pipeline, initiator }) => {
    const plain = { accountId: account, pipelineId: pipeline }
    const manual = { ...plain, initiator }
    return trigger === 'cron'
      ? {
          fields: { account, pipeline, trigger },
          jobs: [plain],
          nearMiss: { job: manual, refusal: otherSubject },
        }
      : {
          fields: { account, pipeline, trigger, initiator },
          jobs: [manual],
          nearMiss: nearMissOf(manual, 'initiator', 'other'),
        }
  }),
}))

const bitbucket: Proof = {
  platform: 'bitbucket',
  preset: 'bitbucket',
  variant: 'subject copied from one step',
  blockedBy: 'subject-unpredictable',
  cases: fc.tuple(lowerGuid, lowerGuid, lowerGuid).map(([repository, step, next]) => {
    const job = { repositoryUuid: `{${repository}}`, stepUuid: `{${step}}` }
    return {
      fields: (claims) => ({ workspace: 'contoso', subject: String(claims.sub) }),
      jobs: [job],
      nearMiss: { job: { ...job, stepUuid: `{${next}}` }, refusal: otherSubject },
    }
  }),
}

export const pipelineProofs: readonly Proof[] = [
  ...gitlab,
  ...azureDevops,
  ...circleci,
  ...buildkite,
  semaphore,
  ...codefresh,
  bitbucket,
]
