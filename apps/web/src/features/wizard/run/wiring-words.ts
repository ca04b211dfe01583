import type { TrustParent } from '@trustwright/shared-schemas'
import type { ParentDetail } from '../../../api/parent-queries.ts'
import type { CodeForm } from '../../../components/code/code-context.ts'

/** Names that Microsoft's sign-in libraries and actions read. An application belongs to no subscription. */
export function wiringVariables(
  parent: TrustParent,
  detail: Pick<ParentDetail, 'clientId' | 'tenantId'> | null,
  tenantId: string,
): readonly (readonly [name: string, value: string])[] {
  const clientId = detail?.clientId ?? (parent.kind === 'application' ? parent.appId : null)
  return [
    ...(clientId === null ? [] : [['AZURE_CLIENT_ID', clientId] as const]),
    ['AZURE_TENANT_ID', detail?.tenantId ?? tenantId],
    ...(parent.kind === 'managedIdentity' ? [['AZURE_SUBSCRIPTION_ID', parent.subscriptionId] as const] : []),
  ]
}

/** What is left to do where the workload runs. */
export function wiringSteps(
  job: Pick<CodeForm, 'form' | 'title' | 'code'> | null,
  isSeen: boolean,
): readonly string[] {
  const last = isSeen ? [] : ['Paste a token of that run under Verify: it was not seen working yet.']
  return [...onPlatform(job), ...last]
}

function onPlatform(job: Pick<CodeForm, 'form' | 'title' | 'code'> | null): readonly string[] {
  if (job?.form === 'github-workflow') {
    return [
      `Put the workflow below into ${job.code.filename} of the repository. The IDs stand in it already.`,
      'Push it, and run it under Actions. The job ends green once it signed in.',
    ]
  }
  if (job?.form === 'kubernetes-manifest') {
    return [
      'Apply the manifest below to the cluster: it names the client ID on the service account.',
      'Restart the pods, so that they get a token of their own.',
    ]
  }
  if (job?.form === 'workload') {
    return [
      `Put the part below into ${job.code.filename} for ${job.title}. The IDs stand in it already.`,
      'Run it once. It goes through once it signed in.',
    ]
  }
  return [
    'Give the workload the variables below.',
    'Let it exchange its own token, as the raw request below shows.',
  ]
}
