import { credential, pastedTrust } from '../build-credential.ts'
import { note, workload } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading, NothingReading } from '../paste-reading.ts'
import { presetOf } from '../../presets/list.ts'
import { guidOf } from '../values.ts'
import { readArmId } from './arm-id.ts'
import { parseExpression } from '../../expressions/parse-expression.ts'

/** One line that is an ID of its own: of Azure, of Google, of AWS, a workflow, or a repository by its short name. */
export function readIdentifier(text: string, context: PasteContext): FoundReading | NothingReading | null {
  if (text.includes('\n') || text.length > 2000) return null
  for (const read of [
    readArmId,
    clientId,
    googleAccount,
    awsArn,
    gkeName,
    expression,
    workflowRef,
    shortName,
  ]) {
    const reading = read(text, context)
    if (reading !== null) return reading
  }
  return null
}

function clientId(text: string): FoundReading | null {
  const id = guidOf(text.replace(/^\{(.*)\}$/, '$1'))
  if (id === undefined) return null
  return {
    kind: 'identity',
    parent: { kind: 'either', clientId: id },
    understood: `ID ${id}, most likely the client ID of an application or managed identity`,
    notes: [note('assumed', 'A GUID alone may be any ID. Compare it with the client ID of the identity.')],
  }
}

function googleAccount(text: string): FoundReading | null {
  if (/^\d{20,22}$/.test(text))
    return workload('google-cloud', { uniqueId: text }, `Google service account ${text}`)
  const isAccount =
    /^(?:serviceAccount:)?[a-z0-9-]{1,40}@(?:[a-z0-9-]{1,40}\.iam|developer|appspot|cloudbuild)\.gserviceaccount\.com$/.test(
      text,
    )
  if (!isAccount) return null
  const email = text.replace('serviceAccount:', '')
  return workload('google-cloud', {}, `Google service account ${email}`, {
    notes: [
      note(
        'read-id',
        `Its tokens carry the unique ID. Shown by: gcloud iam service-accounts describe ${email} --format='value(uniqueId)'`,
      ),
    ],
  })
}

function awsArn(text: string): FoundReading | null {
  const iam =
    /^arn:aws(?:-cn|-us-gov)?:iam::(?<account>\d{12}):(?<principal>role|user)\/(?<role>[\w+=,.@/-]+)$/.exec(
      text,
    )?.groups
  if (iam !== undefined) return awsPrincipal(iam)
  const session =
    /^arn:aws(?:-cn|-us-gov)?:sts::(?<account>\d{12}):assumed-role\/(?<role>[\w+=,.@-]+)\/\S+$/.exec(
      text,
    )?.groups
  if (session !== undefined) return awsPrincipal({ ...session, principal: 'role' })
  const eks =
    /^arn:aws(?:-cn|-us-gov)?:eks:(?<region>[a-z0-9-]+):(?<account>\d{12}):cluster\/(?<name>[\w-]+)$/.exec(
      text,
    )?.groups
  if (eks?.['name'] === undefined) return null
  const { name, region = '', account = '' } = eks
  return {
    kind: 'cluster',
    presetId: 'eks',
    cluster: { name, region, account },
    fields: { region },
    missing: presetOf('eks').missing({ region }),
    understood: `EKS cluster ${name} in ${region}`,
    notes: [
      note(
        'read-issuer',
        `The issuer is read from the cluster: aws eks describe-cluster --region ${region} --name ${name} --query cluster.identity.oidc.issuer --output text`,
      ),
    ],
  }
}

function awsPrincipal(parts: Readonly<Record<string, string | undefined>>): FoundReading {
  const { account = '', role = '', principal = 'role' } = parts
  return workload('aws', { account, role, principal }, `AWS ${principal} ${role} of the account ${account}`, {
    notes: [
      note(
        'read-issuer',
        'The account has an issuer of its own, shown once by: aws iam enable-outbound-web-identity-federation',
      ),
    ],
  })
}

function gkeName(text: string): FoundReading | null {
  const parts =
    /^(?:\/\/container\.googleapis\.com\/)?projects\/(?<project>[^/\s]+)\/(?:locations|zones)\/(?<location>[^/\s]+)\/clusters\/(?<cluster>[^/\s]+)$/.exec(
      text,
    )?.groups
  const context = /^gke_(?<project>[a-z0-9-]+)_(?<location>[a-z0-9-]+)_(?<cluster>[a-z0-9-]+)$/.exec(
    text,
  )?.groups
  const found = parts ?? context
  return found === undefined ? null : workload('gke', { ...found }, `GKE cluster ${found['cluster'] ?? ''}`)
}

/** An expression of a flexible credential. */
function expression(text: string, { cloud }: PasteContext): FoundReading | null {
  if (!text.startsWith('claims[') || parseExpression(text).expression === null) return null
  return credential(
    [pastedTrust({ claimsMatchingExpression: text }, cloud)],
    [note('read-issuer', 'An expression does not say its issuer. Type it.')],
  )
}

function workflowRef(text: string): FoundReading | null {
  const parts =
    /^(?<owner>[\w-]{1,50})\/(?<repository>[\w.-]{1,100})\/\.github\/workflows\/[^\s@]{1,200}\.ya?ml(?:@(?:refs\/(?<kind>heads|tags)\/)?(?<ref>\S{1,250}))?$/.exec(
      text,
    )?.groups
  if (parts === undefined) return null
  const { owner = '', repository = '', kind, ref } = parts
  const run =
    kind === 'heads' ? { entity: 'branch', branch: ref } : kind === 'tags' ? { entity: 'tag', tag: ref } : {}
  return workload(
    'github-actions',
    { owner, repository, ...run },
    `GitHub repository ${owner}/${repository}`,
    {
      notes: [
        note(
          'reusable-workflow',
          'A workflow that others call runs under the subject of the caller. Type the calling repository in that case.',
        ),
      ],
    },
  )
}

/** `owner/repository`, and a longer path as GitLab has them. */
function shortName(text: string): FoundReading | null {
  const two =
    /^(?<owner>[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?(?:_[A-Za-z0-9]{3,8})?)\/(?<repository>[\w.-]{1,100})(?:@(?<branch>[\w./-]{1,200}))?$/.exec(
      text,
    )?.groups
  if (two !== undefined && !/^\.+$/.test(two['repository'] ?? '')) {
    const { owner = '', repository = '', branch } = two
    const name = repository.replace(/\.git$/, '')
    return workload(
      'github-actions',
      { owner, repository: name, ...(branch === undefined ? {} : { entity: 'branch', branch }) },
      `GitHub repository ${owner}/${name}`,
      {
        notes: [
          note(
            'assumed',
            'A short name was taken for a repository on github.com. Choose another platform if it lives elsewhere.',
          ),
        ],
      },
    )
  }
  if (!/^[A-Za-z][\w.-]{0,100}(?:\/[\w-][\w.-]{0,100}){2,8}$/.test(text) || /\.[a-z]{1,5}$/.test(text))
    return null
  return workload('gitlab', { names: 'path', project: text }, `GitLab project ${text}`, {
    notes: [
      note(
        'assumed',
        'A path of several parts was taken for a GitLab project. Choose another platform if it is none.',
      ),
    ],
  })
}
