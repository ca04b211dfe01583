import { definePlatform } from '../define-platform.ts'
import { choice, guid, slug, text } from '../fields.ts'
import { template } from '../template.ts'

const subject = 'organization:{organization}:pipeline:{pipeline}:ref:{ref}:commit:{commit}:step:{step}'
const compound = template(subject)
const plain = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** `--subject-claim` makes the subject one claim's bare value; without it the commit is part of the subject. */
export const buildkite = definePlatform({
  id: 'buildkite',
  title: 'Buildkite',
  example: { subjectClaim: 'pipeline_id', subjectId: '936a5312-a3b8-4921-8b3f-2cec8baac574' },
  source: 'https://buildkite.com/docs/agent/v3/cli-oidc',
  issuer: 'https://agent.buildkite.com',
  hosts: ['agent.buildkite.com'],
  fields: {
    organization: slug('Organisation').default('contoso'),
    pipeline: slug('Pipeline').default('deploy'),
    ref: text('Git ref').default('refs/heads/main'),
    commit: text('Commit', { pattern: /^[0-9a-f]{40}$/, says: 'must be 40 hexadecimal digits' }).default(
      '9f3b6e1d4c7a8025b6d9e3f1a0c4b7d2e5f80912',
    ),
    step: text('Step key').default('nil'),
    subjectClaim: choice('Subject claim', [
      'pipeline_id',
      'cluster_id',
      'queue_id',
      'organization_id',
    ]).optional(),
    subjectId: guid('Value of the subject claim').optional(),
  },
  subject: {
    shown: subject,
    of: (values) => (values.subjectClaim ? (values.subjectId ?? '') : compound.format(values)),
  },
  subjectFields: (value) =>
    plain.test(value) ? { subjectClaim: 'pipeline_id', subjectId: value } : compound.parse(value),
  prepare: (values) =>
    values.subjectClaim && values.subjectId === undefined
      ? { problems: [{ field: 'subjectId', text: 'is needed with a subject claim' }] }
      : values,
  lifetimeSeconds: 300,
  claims: ({ organization, pipeline, ref, commit, step, subjectClaim, subjectId }, { guid: uuid }) => ({
    organization_slug: organization,
    organization_id: uuid(organization),
    pipeline_slug: pipeline,
    pipeline_id: uuid(`${organization}/${pipeline}`),
    cluster_id: uuid(`cluster ${organization}`),
    queue_id: uuid(`queue ${organization}`),
    queue_key: 'default',
    build_number: 42,
    build_branch: ref.replace('refs/heads/', ''),
    build_tag: null,
    build_commit: commit,
    build_source: 'webhook',
    step_key: step === 'nil' ? null : step,
    job_id: uuid(`job ${organization}/${pipeline}`),
    agent_id: uuid('agent'),
    runner_environment: 'self-hosted',
    ...(subjectClaim ? { [subjectClaim]: subjectId } : {}),
  }),
})
