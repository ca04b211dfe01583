import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import { hostOf } from '../../../claims/token-context.ts'

type Generation = 'pipeline' | 'devops' | 'entra'

/** https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity */
export const azureDevops: PairRule = (pair) => {
  const { issuer, trust, presented } = pair
  if (issuer === null) return []
  const token = generationOf(issuer.presented)
  const stored = generationOf(issuer.stored)
  const subjects = [trust.subject ?? '', presented.subject ?? '']
  const isOurs = subjects.some((subject) => /^(?:sc|p):\/\/|^\/eid1\//.test(subject))
  if (token === 'pipeline') return [pipelineToken(pair)]
  if (token === null || stored === null || !(isOurs || token === 'devops' || stored === 'devops')) return []
  if (token === stored) return token === 'devops' ? [otherOrganization(pair)] : []
  return [
    pairCause(pair, 'issuer', 'issuer-other-platform', {
      text:
        token === 'entra'
          ? 'No token matches: the service connection uses the Entra issuer (login.microsoftonline.com), and the trust still has the old one of Azure DevOps (vstoken.dev.azure.com). The subject changed with it.'
          : 'No token matches: the service connection uses the issuer of Azure DevOps (vstoken.dev.azure.com), and the trust has the Entra issuer of newer connections.',
      fix: 'Copy issuer and subject from the edit dialog of the service connection, or edit and save the connection so that Azure DevOps writes both.',
      action: 'set',
    }),
  ]
}

function pipelineToken(pair: Parameters<PairRule>[0]) {
  return pairCause(pair, 'issuer', 'issuer-pipeline-token', {
    certainty: pair.context.facts?.azureDevOps === undefined ? 'likely' : 'certain',
    text: 'No trust of a service connection matches: this token carries app.vstoken.visualstudio.com, so it is the pipeline token, not that of the service connection.',
    fix: 'Let the task sign in through the service connection, and trust the issuer shown there; editing and saving the connection writes it again.',
  })
}

function otherOrganization(pair: Parameters<PairRule>[0]) {
  return pairCause(pair, 'issuer', 'issuer-differs', {
    text: 'No token matches: the issuer names another Azure DevOps organization than the trust.',
    fix: 'Copy issuer and subject from the edit dialog of the service connection.',
    action: 'set',
  })
}

function generationOf(issuer: string): Generation | null {
  const host = hostOf(issuer)
  if (host === 'app.vstoken.visualstudio.com') return 'pipeline'
  if (host === 'vstoken.dev.azure.com' || host.endsWith('.vstoken.visualstudio.com')) return 'devops'
  return /^login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)$/.test(host) ? 'entra' : null
}
