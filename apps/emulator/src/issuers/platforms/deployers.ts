import { definePlatform } from '../define-platform.ts'
import { choice, selfHosted, selfHostedPatterns, slug, text } from '../fields.ts'

export const spacelift = definePlatform({
  id: 'spacelift',
  title: 'Spacelift',
  example: { account: 'contoso', space: 'platform-01KJMM56', callerId: 'network' },
  source: 'https://docs.spacelift.io/integrations/cloud-providers/oidc/azure-oidc',
  issuer: 'https://{account}.app.spacelift.io',
  standardIssuer: 'https://contoso.app.spacelift.io',
  hosts: ['*.app.spacelift.io'],
  fields: {
    account: text('Account', { pattern: /^[a-z0-9-]+$/, says: 'must be lower case' }),
    space: slug('Space ID'),
    callerType: choice('Stack or module', ['stack', 'module']).default('stack'),
    callerId: slug('Stack or module ID'),
    runType: choice('Run type', ['TRACKED', 'PROPOSED', 'TASK', 'TESTING', 'DESTROY']).default('TRACKED'),
    scope: choice('Scope', ['read', 'write']).default('read'),
  },
  subject: 'space:{space}:{callerType}:{callerId}:run_type:{runType}:scope:{scope}',
  fixedAudience: '{account}.app.spacelift.io',
  lifetimeSeconds: 3600,
  claims: ({ space, callerType, callerId, runType, scope }) => ({
    spaceId: space,
    callerType,
    callerId,
    runType,
    runId: '01KJMM56VS4W3AL9YZWVCXBX8D',
    scope,
  }),
})

export const scalr = definePlatform({
  id: 'scalr',
  title: 'Scalr',
  example: { account: 'contoso', environment: 'prod' },
  source: 'https://docs.scalr.io/docs/azure',
  issuer: 'https://scalr.io',
  hosts: ['scalr.io'],
  fields: {
    account: slug('Account'),
    environment: text('Environment'),
    workspace: text('Workspace').default('network'),
  },
  subject: 'account:{account}:environment:{environment}',
  lifetimeSeconds: 7200,
  claims: ({ account, environment, workspace }) => ({
    scalr_account_name: account,
    scalr_environment_name: environment,
    scalr_workspace_name: workspace,
    scalr_run_type: 'apply',
  }),
})

export const envZero = definePlatform({
  id: 'env-zero',
  title: 'env zero',
  example: { subject: 'auth0|62f8a1c0d9e7b6a5f4e3d2c1' },
  source: 'https://docs.envzero.com/guides/integrations/oidc-integrations/',
  issuer: 'https://login.app.env0.com/',
  hosts: ['login.app.env0.com'],
  keys: '{issuer}/.well-known/jwks.json',
  fields: {
    subject: text('Subject', {
      pattern: /^auth0\|.+$/,
      says: 'must start with auth0|',
      help: "The organisation's, as the credential form shows it",
    }),
  },
  subject: '{subject}',
  fixedAudience: 'https://prod.env0.com',
  lifetimeSeconds: 86_400,
  claims: (_values, { audience, issuedAt }) => ({
    aud: [audience, 'https://env0.auth0.com/userinfo'],
    azp: 'env0-oidc',
    scope: 'openid profile email',
    nbf: undefined,
    jti: undefined,
    auth_time: issuedAt,
  }),
})

export const octopus = definePlatform({
  id: 'octopus',
  title: 'Octopus Deploy',
  example: { space: 'default', project: 'shop', environment: 'prod' },
  source: 'https://octopus.com/docs/infrastructure/accounts/azure',
  issuer: 'https://{host}',
  standardIssuer: 'https://octopus.contoso.example',
  hosts: selfHostedPatterns,
  fields: {
    host: selfHosted('Server', 'octopus').default('octopus.contoso.example'),
    space: slug('Space'),
    project: slug('Project'),
    tenant: slug('Tenant').optional(),
    environment: slug('Environment'),
  },
  subject: 'space:{space}:project:{project}[:tenant:{tenant}]:environment:{environment}',
  lifetimeSeconds: 3600,
  claims: ({ space, project, environment, tenant }) => ({
    space,
    project,
    environment,
    ...(tenant ? { tenant } : {}),
    type: 'deployment',
  }),
})

export const harness = definePlatform({
  id: 'harness',
  title: 'Harness',
  example: { accountId: 'c0ntosoAcc0unt', organization: 'default', project: 'shop' },
  source:
    'https://developer.harness.io/docs/platform/connectors/cloud-providers/ref-cloud-providers/azure-connector-reference/',
  issuer: 'https://app.harness.io/ng/api/oidc/account/{accountId}',
  standardIssuer: 'https://app.harness.io/ng/api/oidc/account/c0ntosoAcc0unt',
  hosts: ['app.harness.io'],
  fields: {
    accountId: slug('Account ID'),
    organization: slug('Organisation'),
    project: slug('Project'),
    pipeline: slug('Pipeline', 'With the pipeline-scoped subject').optional(),
  },
  subject: 'account/{accountId}:org/{organization}:project/{project}[:pipeline/{pipeline}]',
  lifetimeSeconds: 3600,
  claims: ({ accountId, organization, project, pipeline }) => ({
    account_id: accountId,
    organization_id: organization,
    project_id: project,
    ...(pipeline ? { pipeline_id: pipeline } : {}),
  }),
})
