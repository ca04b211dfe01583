import type { PresetDefinition } from './define-preset.ts'
import { aks } from './aks.ts'
import { argoCd } from './argo-cd.ts'
import { auth0 } from './auth0.ts'
import { aws } from './aws.ts'
import { awsCognito } from './aws-cognito.ts'
import { azureArc } from './azure-arc.ts'
import { azureDevops } from './azure-devops.ts'
import { bitbucket } from './bitbucket.ts'
import { botService } from './bot-service.ts'
import { buddy } from './buddy.ts'
import { buildkite } from './buildkite.ts'
import { chainguard } from './chainguard.ts'
import { circleci } from './circleci.ts'
import { codefresh } from './codefresh.ts'
import { crossplane } from './crossplane.ts'
import { copilotStudio } from './copilot-studio.ts'
import { eks } from './eks.ts'
import { envZero } from './env-zero.ts'
import { flux } from './flux.ts'
import { flyIo } from './fly-io.ts'
import { githubActions } from './github-actions.ts'
import { gitlab } from './gitlab.ts'
import { gke } from './gke.ts'
import { googleCloud } from './google-cloud.ts'
import { harness } from './harness.ts'
import { hcpTerraform } from './hcp-terraform.ts'
import { jenkins } from './jenkins.ts'
import { keycloak } from './keycloak.ts'
import { kubernetes } from './kubernetes.ts'
import { langsmith } from './langsmith.ts'
import { managedIdentity } from './managed-identity.ts'
import { octopusDeploy } from './octopus-deploy.ts'
import { okta } from './okta.ts'
import { openshift } from './openshift.ts'
import { oracleOke } from './oracle-oke.ts'
import { otherIssuer } from './other-issuer.ts'
import { ping } from './ping.ts'
import { powerPlatform } from './power-platform.ts'
import { pulumiDeployments } from './pulumi-deployments.ts'
import { pulumiEsc } from './pulumi-esc.ts'
import { scalr } from './scalr.ts'
import { semaphore } from './semaphore.ts'
import { snowflake } from './snowflake.ts'
import { spacelift } from './spacelift.ts'
import { spiffe } from './spiffe.ts'
import { teamcity } from './teamcity.ts'
import { tekton } from './tekton.ts'
import { triggerDev } from './trigger-dev.ts'
import { vault } from './vault.ts'
import { vercel } from './vercel.ts'

/**
 * Every preset under its id, in the order of the chooser, which is also the order of recognition: the one that takes
 * anything comes last.
 */
const byId = {
  'github-actions': githubActions,
  gitlab,
  'azure-devops': azureDevops,
  circleci,
  buildkite,
  jenkins,
  teamcity,
  'octopus-deploy': octopusDeploy,
  semaphore,
  codefresh,
  harness,
  bitbucket,
  buddy,
  'argo-cd': argoCd,
  flux,
  crossplane,
  tekton,
  aks,
  eks,
  gke,
  'azure-arc': azureArc,
  openshift,
  'oracle-oke': oracleOke,
  'hcp-terraform': hcpTerraform,
  spacelift,
  'pulumi-deployments': pulumiDeployments,
  'pulumi-esc': pulumiEsc,
  'env-zero': envZero,
  scalr,
  vault,
  'google-cloud': googleCloud,
  aws,
  'aws-cognito': awsCognito,
  snowflake,
  vercel,
  'fly-io': flyIo,
  'trigger-dev': triggerDev,
  langsmith,
  'managed-identity': managedIdentity,
  'power-platform': powerPlatform,
  'bot-service': botService,
  'copilot-studio': copilotStudio,
  spiffe,
  auth0,
  okta,
  ping,
  chainguard,
  keycloak,
  kubernetes,
  'other-issuer': otherIssuer,
} as const satisfies Readonly<Record<string, PresetDefinition>>

export type PresetId = keyof typeof byId

export const presetDefinitions: readonly PresetDefinition[] = Object.values(byId)

/** Throws a RangeError for an id that is in no list. */
export function presetOf(id: PresetId): PresetDefinition {
  if (!Object.hasOwn(byId, id)) throw new RangeError(`There is no preset ${JSON.stringify(id)}.`)
  return byId[id]
}
