import type { PresetId } from '@trustwright/federation'
import type { Proof } from '../proof.ts'
import { buildServerProofs } from './build-servers.ts'
import { cloudProofs } from './clouds.ts'
import { clusterProofs } from './clusters.ts'
import { github } from './github.ts'
import { identityProofs } from './identities.ts'
import { infrastructureProofs } from './infrastructure.ts'
import { pipelineProofs } from './pipelines.ts'

export const proofs: readonly Proof[] = [
  ...github,
  ...clusterProofs,
  ...pipelineProofs,
  ...buildServerProofs,
  ...infrastructureProofs,
  ...cloudProofs,
  ...identityProofs,
]

const unpublished = 'neither its subjects nor a minting of them is published, so nothing here could play it'

/** Presets that no emulated platform proves, each with the reason. */
export const unproven: Readonly<Partial<Record<PresetId, string>>> = {
  buddy: unpublished,
  'trigger-dev': unpublished,
  langsmith: unpublished,
  chainguard: unpublished,
  ping: unpublished,
}

/** Variants of proven presets that the emulator does not play; the vectors and round trips of federation hold them. */
export const unprovenVariants: readonly string[] = [
  'github-actions: issuer of the enterprise on GHE.com, Enterprise Server up to 3.18',
  'azure-devops: app.vstoken.visualstudio.com',
  'circleci: root issuer, CircleCI Server',
  'harness: account alone, scopes of account and organization, clusters prod-2 and prod-3',
  'hcp-terraform: module tests, stacks',
  'keycloak: addresses with /auth',
  'octopus-deploy: health checks, test of the account, feeds',
  'spacelift: self-hosted',
]
