import * as fc from 'fast-check'
import { nearMissOf, otherSubject, type Proof } from '../proof.ts'
import { freeName, label, letters, slug } from '../texts.ts'

const terraformHosts = fc.constantFrom('app.terraform.io', 'app.eu.terraform.io', 'tfe.fabrikam.example')
const phases: Readonly<Record<string, readonly string[]>> = {
  both: ['plan', 'apply'],
  plan: ['plan'],
  apply: ['apply'],
}
const hcpTerraform = Object.entries(phases).map(([phase, runPhases]): Proof => ({
  platform: 'hcp-terraform',
  preset: 'hcp-terraform',
  variant: phase,
  cases: fc
    .record({ host: terraformHosts, organization: slug, project: freeName, workspace: slug })
    .map((values) => {
      const jobs = runPhases.map((runPhase) => ({ ...values, runPhase }))
      const other = phase === 'plan' ? 'apply' : 'plan'
      return {
        fields: { ...values, phase },
        jobs,
        nearMiss:
          phase === 'both'
            ? nearMissOf({ ...values, runPhase: 'plan' }, 'workspace', 'other')
            : { job: { ...values, runPhase: other }, refusal: otherSubject },
      }
    }),
}))

const stackRuns = [
  { run: 'tracked-read', runType: 'TRACKED', scope: 'read' },
  { run: 'tracked-write', runType: 'TRACKED', scope: 'write' },
  { run: 'proposed-read', runType: 'PROPOSED', scope: 'read' },
  { run: 'task-write', runType: 'TASK', scope: 'write' },
  { run: 'destroy-write', runType: 'DESTROY', scope: 'write' },
] as const
const moduleRuns = [
  { run: 'testing-read', runType: 'TESTING', scope: 'read' },
  { run: 'testing-write', runType: 'TESTING', scope: 'write' },
] as const
const space = fc.record({ account: fc.constantFrom('contoso', 'octo-org'), space: slug, stack: label })

function spacelift(
  variant: string,
  chosen: Record<string, string>,
  callerType: 'stack' | 'module',
  runs: readonly { runType: string; scope: string }[],
): Proof {
  return {
    platform: 'spacelift',
    preset: 'spacelift',
    variant,
    cases: space.map(({ stack, ...rest }) => {
      const job = { ...rest, callerType, callerId: stack }
      return {
        fields: { ...rest, ...chosen, caller: callerType, stack },
        jobs: runs.map(({ runType, scope }) => ({ ...job, runType, scope })),
        nearMiss: { job: { ...job, runType: 'PROPOSED', scope: 'write' }, refusal: otherSubject },
      }
    }),
  }
}

const operations = ['preview', 'update', 'refresh', 'destroy'] as const
const pulumiDeployments = ['all', ...operations].map((operation): Proof => ({
  platform: 'pulumi-deployments',
  preset: 'pulumi-deployments',
  variant: operation,
  cases: fc.record({ organization: slug, project: slug, stack: slug }).map((values) => {
    const wanted = operation === 'all' ? operations : [operation]
    return {
      fields: { ...values, operation },
      jobs: wanted.map((each) => ({ ...values, operation: each })),
      nearMiss: nearMissOf({ ...values, operation: wanted[0] }, 'stack', 'other'),
    }
  }),
}))

const pulumiEsc = ['its own project', 'project default'].map((variant): Proof => ({
  platform: 'pulumi-esc',
  preset: 'pulumi-esc',
  variant,
  cases: fc.record({ organization: slug, project: letters, name: slug }).map((values) => {
    const { organization, project, name } = values
    const environment = variant === 'project default' ? name : `p${project}/${name}`
    const job = { organization, environment }
    return { fields: job, jobs: [job], nearMiss: nearMissOf(job, 'environment', 'x/y') }
  }),
}))

const envZero: Proof = {
  platform: 'env-zero',
  preset: 'env-zero',
  variant: '',
  cases: fc.tuple(letters, letters).map(([subject, end]) => {
    const job = { subject: `auth0|${subject}` }
    return {
      fields: (claims) => ({ subject: String(claims.sub) }),
      jobs: [job],
      nearMiss: { job: { subject: `auth0|${subject}${end}` }, refusal: otherSubject },
    }
  }),
}

const scalr: Proof = {
  platform: 'scalr',
  preset: 'scalr',
  variant: 'audience chosen in Scalr',
  cases: fc.record({ account: slug, environment: freeName }).map((values) => {
    const job = { ...values, audience: 'scalr-workload-identity' }
    return {
      fields: values,
      audience: 'scalr-workload-identity',
      jobs: [job],
      nearMiss: nearMissOf(job, 'account', 'other'),
    }
  }),
}

const accessor = label.map((end) => `azure_${end}`)
const vault: readonly Proof[] = [
  {
    platform: 'vault',
    preset: 'vault',
    variant: 'root',
    cases: accessor.map((name) => {
      const job = { host: 'vault.contoso.example', accessor: name }
      return {
        fields: { ...job, place: 'root' },
        jobs: [job],
        nearMiss: { job: { ...job, accessor: `${name}x` }, refusal: otherSubject },
      }
    }),
  },
  {
    platform: 'vault',
    preset: 'vault',
    variant: 'namespace',
    cases: fc.tuple(accessor, letters).map(([name, namespaceId]) => {
      const place = { host: 'vault.contoso.example', namespace: 'team-a', namespaceId: `n${namespaceId}` }
      const job = { ...place, accessor: name }
      return {
        fields: { ...job, place: 'namespace' },
        jobs: [job],
        nearMiss: nearMissOf(job, 'namespaceId', 'root'),
      }
    }),
  },
]

export const infrastructureProofs: readonly Proof[] = [
  ...hcpTerraform,
  spacelift('all runs of a stack', { run: 'all' }, 'stack', stackRuns),
  ...stackRuns.map(({ run, ...each }) => spacelift(run, { run }, 'stack', [each])),
  spacelift('all tests of a module', { moduleRun: 'all' }, 'module', moduleRuns),
  ...moduleRuns.map(({ run, ...each }) => spacelift(`module, ${run}`, { moduleRun: run }, 'module', [each])),
  ...pulumiDeployments,
  ...pulumiEsc,
  envZero,
  scalr,
  ...vault,
]
