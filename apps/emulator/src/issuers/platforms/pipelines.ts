import { definePlatform } from '../define-platform.ts'
import { choice, guid, slug, text } from '../fields.ts'

const braced = /^\{[0-9a-f-]{36}\}$/

export const bitbucket = definePlatform({
  id: 'bitbucket',
  title: 'Bitbucket Pipelines',
  example: {
    repositoryUuid: '{936a5312-a3b8-4921-8b3f-2cec8baac574}',
    stepUuid: '{0b7e4a92-6d15-4c38-9f20-5a8c1d3e7b64}',
  },
  source:
    'https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/',
  issuer: 'https://api.bitbucket.org/2.0/workspaces/{workspace}/pipelines-config/identity/oidc',
  standardIssuer: 'https://api.bitbucket.org/2.0/workspaces/contoso/pipelines-config/identity/oidc',
  hosts: ['api.bitbucket.org'],
  keys: '{issuer}/keys.json',
  fields: {
    workspace: slug('Workspace').default('contoso'),
    repositoryUuid: text('Repository UUID', { pattern: braced, says: 'must be a UUID in braces' }),
    environmentUuid: text('Environment UUID', {
      pattern: braced,
      says: 'must be a UUID in braces',
    }).optional(),
    stepUuid: text('Step UUID', {
      pattern: braced,
      says: 'must be a UUID in braces',
      help: 'Another one in each run, so no trust can name it in advance',
    }),
    branch: text('Branch').default('main'),
  },
  subject: '{repositoryUuid}[:{environmentUuid}]:{stepUuid}',
  lifetimeSeconds: 3600,
  claims: (values, { guid: uuid, issuedAt }) => ({
    nbf: issuedAt - 600,
    workspaceUuid: `{${uuid(`workspace ${values.workspace}`)}}`,
    repositoryUuid: values.repositoryUuid,
    ...(values.environmentUuid === undefined ? {} : { deploymentEnvironmentUuid: values.environmentUuid }),
    pipelineUuid: `{${uuid(`pipeline ${values.repositoryUuid}`)}}`,
    stepUuid: values.stepUuid,
    branchName: values.branch,
  }),
})

export const circleci = definePlatform({
  id: 'circleci',
  title: 'CircleCI',
  example: {
    projectId: '936a5312-a3b8-4921-8b3f-2cec8baac574',
    userId: '0b7e4a92-6d15-4c38-9f20-5a8c1d3e7b64',
  },
  source: 'https://circleci.com/docs/openid-connect-tokens/',
  issuer: 'https://oidc.circleci.com/org/{organizationId}',
  standardIssuer: 'https://oidc.circleci.com/org/a8c3e7d1-5f20-4b96-8d47-1e9c0b2a6f35',
  hosts: ['oidc.circleci.com'],
  keys: '{issuer}/.well-known/jwks-pub.json',
  fields: {
    organizationId: guid('Organisation ID').default('a8c3e7d1-5f20-4b96-8d47-1e9c0b2a6f35'),
    projectId: guid('Project ID'),
    userId: guid('User ID', 'Of the person whose push or click started the run'),
    vcsOrigin: text('Repository', { help: 'With it the subject has the V2 form' }).optional(),
    vcsRef: text('Git ref', { help: 'Such as refs/heads/main' }).optional(),
  },
  subject: 'org/{organizationId}/project/{projectId}/user/{userId}[/vcs-origin/{vcsOrigin}/vcs-ref/{vcsRef}]',
  lifetimeSeconds: 3600,
  claims: ({ organizationId, projectId, vcsOrigin, vcsRef }, { guid: uuid }) => ({
    nbf: undefined,
    jti: undefined,
    'oidc.circleci.com/context-ids': [uuid(`context ${organizationId}`)],
    'oidc.circleci.com/job-id': uuid(`job ${projectId}`),
    'oidc.circleci.com/org-id': organizationId,
    'oidc.circleci.com/project-id': projectId,
    'oidc.circleci.com/pipeline-definition-id': uuid(`definition ${projectId}`),
    'oidc.circleci.com/pipeline-id': uuid(`pipeline ${projectId}`),
    'oidc.circleci.com/workflow-id': uuid(`workflow ${projectId}`),
    'oidc.circleci.com/ssh-rerun': false,
    ...(vcsOrigin ? { 'oidc.circleci.com/vcs-origin': vcsOrigin } : {}),
    ...(vcsRef ? { 'oidc.circleci.com/vcs-ref': vcsRef } : {}),
  }),
})

export const semaphore = definePlatform({
  id: 'semaphore',
  title: 'Semaphore CI',
  example: { organization: 'contoso', projectId: '936a5312-a3b8-4921-8b3f-2cec8baac574', repository: 'web' },
  source: 'https://docs.semaphoreci.com/reference/openid',
  issuer: 'https://{organization}.semaphoreci.com',
  standardIssuer: 'https://contoso.semaphoreci.com',
  hosts: ['*.semaphoreci.com'],
  fields: {
    organization: text('Organisation', { pattern: /^[a-z0-9-]+$/, says: 'must be lower case' }),
    projectId: guid('Project ID'),
    repository: slug('Repository'),
    refType: choice('Started by', ['branch', 'tag', 'pr']).default('branch'),
    ref: text('Git ref').default('refs/heads/main'),
  },
  subject: 'org:{organization}:project:{projectId}:repo:{repository}:ref_type:{refType}:ref:{ref}',
  fixedAudience: 'https://{organization}.semaphoreci.com',
  lifetimeSeconds: 86_400,
  claims: ({ organization, projectId, repository, refType, ref }, { guid: uuid }) => ({
    org: organization,
    org_id: uuid(organization),
    prj_id: projectId,
    repo: repository,
    repo_slug: `${organization}/${repository}`,
    ref_type: refType === 'pr' ? 'pull-request' : refType,
    ref,
    branch: ref.replace('refs/heads/', ''),
    wf_id: uuid(`workflow ${projectId}`),
    ppl_id: uuid(`pipeline ${projectId}`),
    job_id: uuid(`job ${projectId}`),
    job_type: 'pipeline_job',
  }),
})

export const codefresh = definePlatform({
  id: 'codefresh',
  title: 'Codefresh',
  example: { accountId: '5f1a0c9d8e7b6a5f4e3d2c1b', pipelineId: '6a2b1d0e9f8c7b6a5d4e3f2c' },
  source: 'https://codefresh.io/docs/docs/integrations/oidc-pipelines/',
  issuer: 'https://oidc.codefresh.io',
  hosts: ['oidc.codefresh.io'],
  keys: '{issuer}/jwks',
  fields: {
    accountId: text('Account ID'),
    pipelineId: text('Pipeline ID'),
    initiator: text('Initiator', { help: 'Of a manual run' }).optional(),
    repositoryUrl: text('Repository URL').optional(),
    userName: text('Committer').optional(),
    ref: text('Branch').optional(),
    targetBranch: text('Target branch', { help: 'Of a pull request' }).optional(),
  },
  subject:
    'account:{accountId}:pipeline:{pipelineId}[:initiator:{initiator}][:scm_repo_url:{repositoryUrl}:scm_user_name:{userName}:scm_ref:{ref}][:scm_pull_request_target_branch:{targetBranch}]',
  lifetimeSeconds: 300,
  claims: ({ accountId, pipelineId }, { guid: uuid }) => ({
    account_id: accountId,
    account_name: 'contoso',
    pipeline_id: pipelineId,
    pipeline_name: 'shop/deploy',
    workflow_id: uuid(`workflow ${pipelineId}`),
    platform_url: 'https://g.codefresh.io',
  }),
})
