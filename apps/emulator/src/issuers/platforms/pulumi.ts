import { definePlatform } from '../define-platform.ts'
import { choice, slug, text } from '../fields.ts'

const issuer = {
  source: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/oidc/provider/azure/',
  issuer: 'https://api.pulumi.com/oidc',
  hosts: ['api.pulumi.com'],
  keyPurpose: () => 'issuer-pulumi',
  lifetimeSeconds: 7200,
}

export const pulumiDeployments = definePlatform({
  ...issuer,
  id: 'pulumi-deployments',
  title: 'Pulumi Deployments',
  example: { organization: 'contoso', project: 'shop', stack: 'prod' },
  fields: {
    organization: slug('Organisation'),
    project: slug('Project'),
    stack: slug('Stack'),
    operation: choice('Operation', ['preview', 'update', 'refresh', 'destroy']).default('update'),
  },
  subject:
    'pulumi:deploy:org:{organization}:project:{project}:stack:{stack}:operation:{operation}:scope:write',
  fixedAudience: '{organization}',
  claims: ({ organization, project, stack, operation }, { guid }) => ({
    organization,
    project,
    stack,
    operation,
    deployment: guid(`${organization}/${project}/${stack}`),
    scope: 'write',
  }),
})

export const pulumiEsc = definePlatform({
  ...issuer,
  id: 'pulumi-esc',
  title: 'Pulumi ESC',
  example: { organization: 'contoso', environment: 'shop/prod' },
  fields: {
    organization: slug('Organisation'),
    environment: text('Environment', { help: 'project/environment; without the project for default' }),
  },
  subject: 'pulumi:environments:org:{organization}:env:{environment}',
  fixedAudience: {
    shown: 'azure:{organization}',
    of: ({ organization, environment }) =>
      environment.includes('/') ? `azure:${organization}` : organization,
  },
  claims: ({ organization, environment }) => ({
    org: organization,
    current_env: environment,
    root_env: environment,
    trigger_user: 'dana',
  }),
})
