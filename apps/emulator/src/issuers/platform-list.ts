import type { Platform } from './platform.ts'
import { aks, aksFirst } from './platforms/aks.ts'
import { azureDevops } from './platforms/azure-devops.ts'
import { jenkins, teamcity } from './platforms/build-servers.ts'
import { buildkite } from './platforms/buildkite.ts'
import { aws, cognito, google, snowflake } from './platforms/clouds.ts'
import { arc, eks, gke, kubernetes, oke, openshift } from './platforms/clusters.ts'
import { envZero, harness, octopus, scalr, spacelift } from './platforms/deployers.ts'
import { createGeneric } from './platforms/generic.ts'
import { github, githubEnterpriseCloud, githubEnterpriseServer } from './platforms/github.ts'
import { gitlab } from './platforms/gitlab.ts'
import { hcpTerraform } from './platforms/hcp-terraform.ts'
import { azureDevopsEntra, entraCaller } from './platforms/entra-callers.ts'
import { fly, vercel, vercelGlobal } from './platforms/hosting.ts'
import { auth0, keycloak, okta, spiffe, vault } from './platforms/identity-providers.ts'
import { bitbucket, circleci, codefresh, semaphore } from './platforms/pipelines.ts'
import { pulumiDeployments, pulumiEsc } from './platforms/pulumi.ts'

/** The platforms as a person looks for them. */
const families: readonly { title: string; members: readonly Platform[] }[] = [
  { title: 'GitHub', members: [github, githubEnterpriseCloud, githubEnterpriseServer] },
  { title: 'Kubernetes', members: [aks, aksFirst, kubernetes, eks, gke, arc, openshift, oke] },
  {
    title: 'Pipelines',
    members: [
      gitlab,
      azureDevops,
      azureDevopsEntra,
      bitbucket,
      buildkite,
      circleci,
      codefresh,
      semaphore,
      jenkins,
      teamcity,
    ],
  },
  {
    title: 'Infrastructure and deployment',
    members: [hcpTerraform, spacelift, scalr, envZero, pulumiDeployments, pulumiEsc, octopus, harness],
  },
  {
    title: 'Clouds and hosting',
    members: [google, aws, cognito, snowflake, vercel, vercelGlobal, fly, entraCaller],
  },
  { title: 'Identity providers', members: [spiffe, vault, auth0, okta, keycloak] },
]

const named = families.flatMap(({ members }) => members)
const generic = createGeneric(named)

/** Every outside platform; the one for any other issuer comes last. */
export const platforms: readonly Platform[] = [...named, generic]

export const platformFamilies: typeof families = [...families, { title: 'Anything else', members: [generic] }]
