import * as fc from 'fast-check'
import { type Job, nearMissOf, otherSubject, type Proof } from '../proof.ts'
import { digits, label, refName, slug } from '../texts.ts'

const jobPath = fc.array(slug, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/job/'))
const jenkins: readonly Proof[] = [undefined, 'shop/job/eu'].map((folder) => ({
  platform: 'jenkins',
  preset: 'jenkins',
  variant: folder === undefined ? 'global credential' : 'credential of a folder',
  cases: fc.tuple(jobPath, fc.constantFrom('', '%20x', '%252Ffeature')).map(([path, end]) => {
    const root = 'jenkins.contoso.example'
    const jobName = `j${path}${end}`
    const job: Job = { host: root, job: jobName, ...(folder === undefined ? {} : { folder }) }
    return {
      fields: {
        root,
        job: jobName,
        ...(folder === undefined ? { credentials: 'global' } : { credentials: 'folder', folder }),
      },
      jobs: [job],
      nearMiss: { job: { ...job, job: `${jobName}-2` }, refusal: otherSubject },
    }
  }),
}))

const teamcity = ['none', 'branch', 'branch-trigger', 'trigger'].map((extra): Proof => ({
  platform: 'teamcity',
  preset: 'teamcity',
  variant: extra,
  cases: fc
    .record({
      project: digits(3).map((id) => `project${id}`),
      buildType: digits(3).map((id) => `bt${id}`),
      branch: refName.map((name) => `refs/heads/${name}`),
      trigger: label,
    })
    .map(({ project, buildType, branch, trigger }) => {
      const host = 'teamcity.contoso.example'
      const job = {
        host,
        projectId: project,
        buildTypeId: buildType,
        ...(extra.startsWith('branch') ? { branch } : {}),
        ...(extra.endsWith('trigger') ? { triggerType: trigger } : {}),
      }
      return {
        fields: { host, project, buildType, extra, branch, trigger },
        jobs: [job],
        nearMiss: { job: { ...job, buildTypeId: 'bt1' }, refusal: otherSubject },
      }
    }),
}))

const harness = ['project', 'pipeline'].map((format): Proof => ({
  platform: 'harness',
  preset: 'harness',
  variant: format,
  cases: fc
    .record({
      account: fc.constantFrom('c0ntosoAcc0unt', 'Ab-98765432_10'),
      organization: slug,
      project: slug,
      pipeline: slug,
    })
    .map(({ account, pipeline, ...rest }) => {
      const job = { accountId: account, ...rest, ...(format === 'pipeline' ? { pipeline } : {}) }
      return {
        fields: { account, format, pipeline, ...rest },
        jobs: [job],
        nearMiss: nearMissOf(job, 'project', 'other'),
      }
    }),
}))

const octopus = ['tenanted', 'untenanted'].map((tenancy): Proof => ({
  platform: 'octopus',
  preset: 'octopus-deploy',
  variant: tenancy,
  cases: fc
    .record({ space: label, project: label, tenant: label, environment: label })
    .map(({ tenant, ...rest }) => {
      const host = 'octopus.contoso.example'
      const job = { host, ...rest, ...(tenancy === 'tenanted' ? { tenant } : {}) }
      return {
        fields: { host, ...rest, tenant, tenancy, purpose: 'deployment' },
        jobs: [job],
        nearMiss: nearMissOf(job, 'environment', 'other-2'),
      }
    }),
}))

export const buildServerProofs: readonly Proof[] = [...jenkins, ...teamcity, ...harness, ...octopus]
