import type { FieldValues } from '@trustwright/federation'
import * as fc from 'fast-check'
import { type Job, nearMissOf, otherSubject, type Proof, type ProofCase } from '../proof.ts'
import { environment, freeName, label, letters, refName, slug } from '../texts.ts'

interface Place {
  platform: string
  variant: string
  /** Where the repository lives, in the words of each side. */
  fields: FieldValues
  job: Job
}

const places: readonly Place[] = [
  { platform: 'github', variant: 'github.com', fields: {}, job: {} },
  {
    platform: 'github',
    variant: 'issuer of the enterprise',
    fields: { hosting: 'enterprise', enterprise: 'contoso-group' },
    job: { enterprise: 'contoso-group' },
  },
  ...['contoso', 'fabrikam'].map((subdomain) => ({
    platform: 'ghe-com',
    variant: `GHE.com ${subdomain}`,
    fields: { hosting: 'ghe', subdomain },
    job: { subdomain },
  })),
  {
    platform: 'github-enterprise-server',
    variant: 'Enterprise Server',
    fields: { hosting: 'server', serverHost: 'github.fabrikam.example' },
    job: { host: 'github.fabrikam.example' },
  },
]

const repository = fc.record({ owner: label.map((name) => `o${name}`.slice(0, 39)), repository: slug })

/** The run of each choice under “Runs from”. */
const runs: Readonly<Record<string, fc.Arbitrary<{ fields: FieldValues; job: Job; changed: string }>>> = {
  environment: environment.map((value) => ({
    fields: { entity: 'environment', environment: value },
    job: { environment: value, branch: 'main' },
    changed: 'environment',
  })),
  branch: refName.map((value) => ({
    fields: { entity: 'branch', branch: value },
    job: { branch: value },
    changed: 'branch',
  })),
  'branch with its ref': refName.map((value) => ({
    fields: { entity: 'branch', branch: `refs/heads/${value}` },
    job: { branch: value },
    changed: 'branch',
  })),
  tag: refName.map((value) => ({
    fields: { entity: 'tag', tag: value },
    job: { tag: value },
    changed: 'tag',
  })),
  'pull request': fc.integer({ min: 1, max: 9999 }).map((pullRequest) => ({
    fields: { entity: 'pull-request' },
    job: { pullRequest },
    changed: 'repository',
  })),
}

const numbers = fc.tuple(fc.integer({ min: 1 }), fc.integer({ min: 1 }))

function proof(place: Place, run: string, withIds: boolean): Proof {
  const chosen = runs[run] ?? fc.constant({ fields: {}, job: {}, changed: 'repository' })
  return {
    platform: place.platform,
    preset: 'github-actions',
    variant: [place.variant, run, ...(withIds ? ['immutable'] : [])].join(', '),
    cases: fc.tuple(repository, chosen, numbers).map(([named, { fields, job, changed }, [owner, repo]]) => {
      const ids = { ownerId: String(owner), repositoryId: String(repo) }
      const whole = { ...place.job, ...named, ...job, ...(withIds ? { immutable: true, ...ids } : {}) }
      return {
        fields: {
          ...place.fields,
          ...named,
          ...fields,
          identifiers: withIds ? 'ids' : 'names',
          ...(withIds ? ids : {}),
        },
        jobs: [whole],
        nearMiss: nearMissOf(whole, changed, 'other'),
      }
    }),
  }
}

/** Custom templates, where a reusable workflow can be required. */
const templates: readonly Proof[] = [
  template('repository, environment and reusable workflow', (named, values) => ({
    fields: {
      ...named,
      entity: 'template',
      template: `repo, environment=${values.environment}, job_workflow_ref=${values.workflow}`,
    },
    job: {
      subjectClaims: ['repo', 'environment', 'job_workflow_ref'],
      environment: values.environment,
      jobWorkflowRef: values.workflow,
    },
  })),
  template('repository, context and actor', (named, values) => ({
    fields: {
      ...named,
      entity: 'template',
      template: `repo, context=ref:refs/heads/${values.branch}, actor=${values.actor}`,
    },
    job: { subjectClaims: ['repo', 'context', 'actor'], branch: values.branch, actor: values.actor },
  })),
  template('owner and visibility', (named, values) => ({
    fields: {
      entity: 'keys',
      claims: `repository_owner=${named.owner}, repository_visibility=internal, event_name=workflow_dispatch, workflow=${values.actor}`,
    },
    job: {
      subjectClaims: ['repository_owner', 'repository_visibility', 'event_name', 'workflow'],
      branch: 'main',
      visibility: 'internal',
      event: 'workflow_dispatch',
      workflow: `${values.actor}.yml`,
    },
  })),
]

interface TemplateValues {
  environment: string
  workflow: string
  branch: string
  actor: string
}

function template(
  variant: string,
  make: (
    named: { owner: string; repository: string },
    values: TemplateValues,
  ) => { fields: FieldValues; job: Job },
): Proof {
  const values = fc.record({
    environment: freeName.filter((text) => !/[,=]/.test(text)),
    workflow: fc
      .tuple(
        label,
        letters,
        refName.filter((text) => !text.includes(',')),
      )
      .map(([owner, file, ref]) => `${owner}/tools/.github/workflows/${file}.yml@refs/heads/${ref}`),
    branch: refName.filter((text) => !/[,=]/.test(text)),
    actor: letters,
  })
  return {
    platform: 'github',
    preset: 'github-actions',
    variant,
    cases: fc.tuple(repository, values).map(([named, chosen]): ProofCase => {
      const { fields, job } = make(named, chosen)
      const whole = { ...named, ...job }
      const owner = `${named.owner.slice(0, 37)}0`
      return { fields, jobs: [whole], nearMiss: { job: { ...whole, owner }, refusal: otherSubject } }
    }),
  }
}

const everyRun = Object.keys(runs)

export const github: readonly Proof[] = [
  ...places.flatMap((place) =>
    (place.variant === 'github.com' ? everyRun : ['environment', 'branch']).map((run) =>
      proof(place, run, false),
    ),
  ),
  ...places.slice(0, 3).flatMap((place) => ['environment', 'branch'].map((run) => proof(place, run, true))),
  ...templates,
]
