import { exchangeCurl } from './exchange-curl.ts'
import { githubWorkflow } from './github-workflow.ts'
import { kubernetesManifest } from './kubernetes-manifest.ts'

/** The forms that a workload uses; they do not name the parent. */
export const workloadRenderers = {
  'github-workflow': githubWorkflow,
  'kubernetes-manifest': kubernetesManifest,
  'exchange-curl': exchangeCurl,
} as const
