import { z } from 'zod'
import { definePlatform, type ClaimContext } from '../define-platform.ts'
import { choice, selfHosted, selfHostedPatterns, text } from '../fields.ts'
import type { Claims } from '../platform.ts'
import { template } from '../template.ts'

const components = ['project_path', 'project_id', 'ref_type', 'ref', 'ref_protected'] as const
const defaults = ['project_path', 'ref_type', 'ref'] as const
const byPath = template('project_path:{projectPath}:ref_type:{refType}:ref:{ref}')
const byId = template('project_id:{projectId}:ref_type:{refType}:ref:{ref}')

const fields = {
  host: selfHosted('GitLab host', 'gitlab', ['gitlab.com']).default('gitlab.com'),
  projectPath: text('Project path', {
    pattern: /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)+$/,
    says: 'must be the whole path, such as contoso/platform',
    help: 'With its groups, such as contoso/platform',
  }).default('contoso/platform'),
  projectId: text('Project ID', { pattern: /^\d{1,12}$/, says: 'must be digits only' }).optional(),
  refType: choice('Branch or tag', ['branch', 'tag']).default('branch'),
  ref: text('Branch or tag name'),
  refProtected: z.boolean('must be true or false').default(false).meta({ title: 'Protected' }),
  environment: text('Environment').optional(),
  deploymentTier: choice('Deployment tier', [
    'production',
    'staging',
    'testing',
    'development',
    'other',
  ]).optional(),
  pipelineSource: choice('Pipeline source', [
    'push',
    'web',
    'schedule',
    'merge_request_event',
    'api',
    'trigger',
  ]).default('push'),
  subjectComponents: z
    .array(z.enum(components, `must be one of ${components.join(', ')}`), 'must be a list')
    .min(1, 'must not be empty')
    .refine(([first]) => first === 'project_path' || first === 'project_id', {
      error: 'must start with project_path or project_id',
    })
    .default([...defaults])
    .meta({ title: 'Subject components', description: "The project's ci_id_token_sub_claim_components" }),
}

type Values = z.output<z.ZodObject<typeof fields>>

/** Claims of an ID token of a job: https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
export const gitlab = definePlatform({
  id: 'gitlab',
  title: 'GitLab CI/CD',
  example: { projectPath: 'contoso/platform', projectId: '57382910', ref: 'main' },
  source: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
  issuer: 'https://{host}',
  standardIssuer: 'https://gitlab.com',
  hosts: ['gitlab.com', ...selfHostedPatterns],
  keys: '{issuer}/oauth/discovery/keys',
  fields,
  subject: {
    shown: 'project_path:{projectPath}:ref_type:{refType}:ref:{ref}',
    of: (values) => {
      const claims = projectClaims(values)
      return values.subjectComponents.map((name) => `${name}:${claims[name]}`).join(':')
    },
  },
  subjectFields: (subject) => {
    const found = byId.parse(subject)
    return found ? { ...found, subjectComponents: 'project_id,ref_type,ref' } : byPath.parse(subject)
  },
  lifetimeSeconds: 3600,
  discovery: {
    subject_types_supported: ['public'],
    claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'project_path', 'ref', 'ref_type', 'environment'],
  },
  claims: jobClaims,
})

function projectClaims({ projectPath, projectId, refType, ref, refProtected }: Values) {
  return {
    project_path: projectPath,
    project_id: projectId ?? '',
    ref_type: refType,
    ref,
    ref_protected: String(refProtected),
  }
}

function jobClaims(values: Values, { number, sha, issuer, issuedAt }: ClaimContext): Claims {
  const { projectPath, refType, ref, environment, deploymentTier, refProtected, pipelineSource } = values
  const namespace = projectPath.slice(0, projectPath.lastIndexOf('/'))
  const refPath = `refs/${refType === 'tag' ? 'tags' : 'heads'}/${ref}`
  return {
    nbf: issuedAt - 5,
    namespace_id: number(namespace),
    namespace_path: namespace,
    ...projectClaims(values),
    project_id: values.projectId ?? number(projectPath),
    project_visibility: 'private',
    user_id: number('user'),
    user_login: 'dana',
    user_email: 'dana@contoso.example',
    user_access_level: 'maintainer',
    pipeline_id: number(`pipeline ${projectPath}`),
    pipeline_source: pipelineSource,
    job_id: number(`job ${projectPath}`),
    job_project_id: values.projectId ?? number(projectPath),
    ref_path: refPath,
    ...(environment === undefined
      ? {}
      : {
          environment,
          environment_protected: String(refProtected),
          deployment_tier: deploymentTier ?? 'other',
          environment_action: 'start',
        }),
    runner_id: 1,
    runner_environment: 'gitlab-hosted',
    sha: sha(`${projectPath} ${refPath}`),
    ci_config_ref_uri: `${new URL(issuer).host}/${projectPath}//.gitlab-ci.yml@${refPath}`,
    ci_config_sha: sha(`configuration of ${projectPath}`),
  }
}
