import { workflowRefPattern } from '../../../presets/github/facts.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule } from '../../draft-view.ts'
import { readGithubSubject } from '../../github-subject.ts'

const folder = '.github/workflows/'

/** The reusable workflow in a subject: one path, one ref. https://docs.github.com/en/actions/reference/security/oidc */
export const githubWorkflow: DraftRule = ({ issuerPlatform, subject, github }) => {
  if (issuerPlatform !== 'github') return []
  const named = readGithubSubject(subject).parts.find(
    ({ key }) => key === 'job_workflow_ref' || key === 'workflow_ref',
  )
  if (named?.value === undefined || named.value === null || named.value.includes('*')) return []
  const fault = faultOf(named.value)
  if (fault !== null) return [cause(subject, named.key, named.value, fault)]
  const ran = named.key === 'job_workflow_ref' ? github.jobWorkflowRef : undefined
  return ran === undefined || ran === named.value ? [] : [otherVersion(subject, named.value, ran)]
}

function otherVersion(subject: string, stored: string, ran: string): Cause {
  return causeOf('github-workflow-ref', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: 'No token of the job matches: it calls another reusable workflow, or another version of it, such as a tag in the place of a branch.',
    evidence: `Stored: ${stored} — job: ${ran}`,
    fix: `Write job_workflow_ref:${ran}, or call the workflow at the stored ref.`,
    action: { kind: 'set', field: 'subject', value: subject.replace(stored, () => ran) },
  })
}

interface Fault {
  readonly text: string
  readonly wanted?: string
}

function faultOf(value: string): Fault | null {
  const once = value.replace(/(?:\.github\/workflows\/){2,}/, folder)
  if (once !== value) return { text: `${folder} stands in it twice`, wanted: once }
  if (!value.includes(folder)) {
    const [, repository, file] = /^([^/]+\/[^/]+)\/([^/@]+\.ya?ml@.+)$/.exec(value) ?? []
    return {
      text: `${folder} is missing in it`,
      ...(repository === undefined ? {} : { wanted: `${repository}/${folder}${file ?? ''}` }),
    }
  }
  if (workflowRefPattern.test(value)) return null
  if (!value.includes('@'))
    return { text: 'the ref behind the file is missing', wanted: `${value}@refs/heads/main` }
  const [path = '', ref = ''] = value.split('@')
  if (!/^refs\/|^[0-9a-f]{40}$/.test(ref)) {
    return { text: `the ref is written in full, not as @${ref}`, wanted: `${path}@refs/heads/${ref}` }
  }
  return { text: 'GitHub writes OWNER/REPOSITORY/.github/workflows/FILE.yml@REF' }
}

function cause(subject: string, key: string, value: string, { text, wanted }: Fault): Cause {
  return causeOf('github-workflow-path', {
    severity: 'block',
    certainty: wanted === undefined ? 'likely' : 'certain',
    field: 'subject',
    text: `No token would match: ${key} is not as GitHub writes it; ${text}.`,
    evidence: `${key}: ${value}`,
    fix:
      wanted === undefined
        ? `Copy ${key} from a token or from the log of azure/login.`
        : `Write ${key}:${wanted}`,
    ...(wanted === undefined
      ? {}
      : { action: { kind: 'set', field: 'subject', value: subject.replace(value, () => wanted) } }),
  })
}
