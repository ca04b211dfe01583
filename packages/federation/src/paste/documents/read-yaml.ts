import { parseAllDocuments } from 'yaml'
import { credential } from '../build-credential.ts'
import { nothing } from '../build-reading.ts'
import type { PasteContext, PasteReader } from '../paste-context.ts'
import type { FoundReading, NothingReading } from '../paste-reading.ts'
import { isValues, listOf, textAt, valueAt } from '../values.ts'
import { trustOf } from './credential-json.ts'
import { readAzurePipelines } from './azure-pipelines.ts'
import { readGithubWorkflow } from './github-workflow.ts'
import { readGitlabCi } from './gitlab-ci.ts'
import { partsOf } from './yaml-parts.ts'
import { readKubernetes } from './kubernetes.ts'
import { readOtherFile } from './other-files.ts'

/** A key at the start of a line that files of these platforms have. Anything else is not worth the work of reading. */
const telling =
  /^(?:- )?["']?(?:on|jobs|apiVersion|kind|stages|id_tokens|trigger|pool|steps|pipelines|orbs|workflows|blocks|pipeline|values|runtime|resources|deploy|uses|permissions|default|include|script|[\w.-]{1,60})["']? ?:(?: |$)/m

/** Lines, keys and entries of a file that is read. The largest workflows have about half of it. */
const mostParts = 3000

/** YAML of pipelines, of Kubernetes, and of Pulumi. */
export const readYaml: PasteReader = (text, context) => {
  if (!text.includes('\n') || !telling.test(text)) return null
  if (partsOf(text) > mostParts) {
    return nothing(
      'This file is too long to be read here.',
      'Paste the job or the object that signs in to Azure.',
    )
  }
  const documents = documentsOf(text)
  return readKubernetes(documents, context) ?? firstDocument(documents, context) ?? helmTemplate(text)
}

function firstDocument(
  documents: readonly unknown[],
  context: PasteContext,
): FoundReading | NothingReading | null {
  for (const document of documents) {
    const found =
      pulumiYaml(document, context) ??
      readGithubWorkflow(document, context) ??
      readAzurePipelines(document) ??
      readOtherFile(document) ??
      readGitlabCi(document, context) ??
      workflowPart(document, context)
    if (found !== null) return found
  }
  return null
}

/** Every document as plain values. What YAML cannot read has no values; tags of a platform's own are passed over. */
function documentsOf(text: string): readonly unknown[] {
  const values: unknown[] = []
  try {
    const options = { logLevel: 'silent', uniqueKeys: false, strict: false, prettyErrors: false } as const
    for (const document of parseAllDocuments(text, options)) {
      if (document.errors.length === 0) values.push(document.toJS({ maxAliasCount: 50 }))
    }
  } catch {
    // An alias without its anchor, too many of them, or nesting beyond the stack: nobody's pipeline.
    return []
  }
  return values.filter((value) => isValues(value) || Array.isArray(value))
}

/** Steps or a job without the file around them. */
function workflowPart(document: unknown, context: PasteContext): FoundReading | NothingReading | null {
  const steps = Array.isArray(document) ? document : listOf(valueAt(document, 'steps'))
  const isStep = steps.some((step) => textAt(step, 'uses') !== undefined)
  if (isStep) {
    const job = isValues(document) ? document : { steps: document }
    return readGithubWorkflow({ on: {}, jobs: { job } }, context)
  }
  if (!isValues(document)) return null
  const jobs = Object.values(document).filter((job) => valueAt(job, 'runs-on') !== undefined)
  return jobs.length === 0 ? null : readGithubWorkflow({ on: {}, jobs: document }, context)
}

/** Pulumi YAML. https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/ */
function pulumiYaml(document: unknown, { cloud }: PasteContext): FoundReading | null {
  const resources = valueAt(document, 'resources')
  if (!isValues(resources)) return null
  const trusts = Object.values(resources).flatMap((resource) => {
    if (textAt(resource, 'type')?.endsWith('FederatedIdentityCredential') !== true) return []
    const properties = valueAt(resource, 'properties')
    const name = textAt(properties, 'federatedIdentityCredentialResourceName', 'displayName')
    const trust = trustOf({ properties }, cloud, name === undefined ? {} : { name })
    return trust === null ? [] : [trust]
  })
  return credential(trusts)
}

function helmTemplate(text: string): NothingReading | null {
  return /\{\{-? /.test(text) && /^kind:/m.test(text)
    ? nothing(
        'This is a template of Helm: the values are not in it.',
        'Paste what helm template prints, or the object in the cluster: kubectl get serviceaccount NAME -n NAMESPACE -o yaml',
        'kubernetes',
      )
    : null
}
