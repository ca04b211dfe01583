import { definePlatform } from '../define-platform.ts'
import { selfHosted, selfHostedPatterns, slug, text } from '../fields.ts'

const jobPath = /^[A-Za-z0-9._%-]+(\/job\/[A-Za-z0-9._%-]+)*$/

export const jenkins = definePlatform({
  id: 'jenkins',
  title: 'Jenkins (OpenID Connect Provider plugin)',
  example: { job: 'shop/job/main' },
  source: 'https://plugins.jenkins.io/oidc-provider/',
  issuer: 'https://{host}/oidc[/job/{folder}]',
  standardIssuer: 'https://jenkins.contoso.example/oidc',
  hosts: selfHostedPatterns,
  keys: '{issuer}/jwks',
  fields: {
    host: selfHosted('Host', 'jenkins').default('jenkins.contoso.example'),
    folder: text('Folder of the credential', {
      pattern: jobPath,
      says: 'must be names with /job/ between',
    }).optional(),
    job: text('Job', {
      pattern: jobPath,
      says: 'must be names with /job/ between, such as shop/job/main',
      help: 'With its folders, such as shop/job/main',
    }),
  },
  subject: 'https://{host}/job/{job}/',
  lifetimeSeconds: 3600,
  claims: () => ({ build_number: '42', nbf: undefined, jti: undefined }),
})

export const teamcity = definePlatform({
  id: 'teamcity',
  title: 'TeamCity (OIDC Identity Token plugin)',
  example: { projectId: 'project7', buildTypeId: 'bt42' },
  source: 'https://github.com/OctopusDeploy/teamcity-oidc-plugin/blob/main/docs/configuration.md',
  issuer: 'https://{host}',
  standardIssuer: 'https://teamcity.contoso.example',
  hosts: selfHostedPatterns,
  keys: '{issuer}/.well-known/jwks.json',
  fields: {
    host: selfHosted('Host', 'teamcity').default('teamcity.contoso.example'),
    projectId: slug('Internal project ID', 'Such as project7'),
    buildTypeId: slug('Internal build type ID', 'Such as bt42'),
    branch: text('Branch', { help: 'Part of the subject only when given' }).optional(),
    triggerType: slug('Trigger type', 'Part of the subject only when given').optional(),
  },
  subject: 'project:{projectId}:build_type:{buildTypeId}[:branch:{branch}][:trigger_type:{triggerType}]',
  lifetimeSeconds: 600,
  claims: ({ projectId, buildTypeId, branch, triggerType }) => ({
    project_id: projectId,
    build_type_id: buildTypeId,
    build_number: '42',
    branch: branch ?? 'refs/heads/main',
    trigger_type: triggerType ?? 'vcs',
  }),
})
