import { type Cause, causeOf } from '../../cause.ts'
import { defaultAudience } from '../../../model/cloud.ts'
import { checkTrust } from '../../check-trust.ts'
import { platformOfSubject } from '../../platform-of.ts'
import { knownOperatorOf } from '../../known-operators.ts'
import { pairOf } from '../../claims/pair.ts'
import type { Presented } from '../../claims/presented.ts'
import { codeWords, type ErrorCase } from '../../error/error-case.ts'
import { azureDevops } from '../token/issuer/azure-devops.ts'
import { inCluster } from '../token/issuer/in-cluster.ts'
import { readWholeSubject, runOf, wordsOfRun } from '../token/subject/github-parts.ts'

const subjectFamilies: readonly Cause['family'][] = [
  'subject_case',
  'subject_entity',
  'wildcard',
  'subject_format',
  'kubernetes_subject',
  'generated_subject',
]

/** What the trusts show by themselves and by the facts around them, where the text quotes no value. */
export function causesOfTrusts({ trusts, context, code }: ErrorCase): readonly Cause[] {
  const isSubject = code !== '70021' && code !== '700211' && code !== '700212'
  return (trusts ?? [])
    .flatMap((trust) => checkTrust(trust, context).causes)
    .filter(({ severity }) => severity !== 'info')
    .filter(({ family }) => {
      if (code === '70021')
        return subjectFamilies.includes(family) || family === 'issuer' || family === 'audience'
      return isSubject
        ? subjectFamilies.includes(family)
        : family === (code === '700211' ? 'issuer' : 'audience')
    })
    .map((cause): Cause => ({ ...cause, severity: 'block', certainty: 'likely' }))
}

/** What the code and the presented values say where no trust is known to compare with. */
export function causesOfPresented(presented: Presented, { code, context }: ErrorCase): readonly Cause[] {
  const pair = pairOf({ name: '', issuer: '', subject: '', audiences: [''] }, presented, context)
  const known = [
    ...inCluster(pair),
    ...(presented.issuer?.includes('app.vstoken.') === true ? azureDevops(pair) : []),
  ]
  if (known.length > 0) return known.map(({ alignments: _none, ...cause }) => cause)
  const rest = { severity: 'block', certainty: 'likely', evidence: evidenceOf(presented, code) } as const
  if (code === '7002138') {
    return [
      causeOf('subject-case', {
        ...rest,
        certainty: 'certain',
        text: 'A trust has this subject in another letter case, and Azure tells upper from lower case letters.',
        fix: `Store the subject in the exact letter case of the token${presented.subject === undefined ? '’s “sub”' : `: ${presented.subject}`}.`,
      }),
    ]
  }
  if (code === '700211') {
    return [
      causeOf('issuer-differs', {
        ...rest,
        text: 'No trust of this identity has the issuer of the token.',
        fix: 'Compare the stored issuer with “iss”, the slash at its end included, or create a trust with it.',
      }),
    ]
  }
  if (code === '700212' || code === '7002121') return [audienceCause(rest, presented, context.cloud)]
  if (presented.subject !== undefined) return [subjectCause(rest, presented.subject)]
  return [
    causeOf(code === '70021' ? 'claims-unknown' : 'subject-unknown', {
      ...rest,
      certainty: 'possible',
      text:
        code === '70021'
          ? 'No trust of this identity matches the token, or it was made minutes ago; the text does not say which claim differs.'
          : 'A trust has the issuer of the token, but not its subject; the text does not say which subject was presented.',
      fix: 'Paste the token, or the lines “issuer” and “subject claim” that azure/login prints before the error.',
    }),
  ]
}

type Rest = Pick<Cause, 'severity' | 'certainty' | 'evidence'>

function audienceCause(rest: Rest, { audiences }: Presented, cloud: ErrorCase['context']['cloud']): Cause {
  const wanted = defaultAudience(cloud)
  const named = audiences?.[0]
  return causeOf('audience-differs', {
    ...rest,
    certainty: 'certain',
    text: `A trust has the issuer of the token, but not its audience${named === undefined ? '' : ` ${named}`}.`,
    fix:
      named === undefined || named === wanted
        ? `Compare the stored audience with “aud”; each Azure cloud has its own, ${wanted} here.`
        : `Ask for the token with the audience ${wanted}, or store ${named}.`,
  })
}

function subjectCause(rest: Rest, subject: string): Cause {
  const github = readWholeSubject(subject)
  const run = github === null ? null : runOf(github)
  if (run !== null) {
    return causeOf(
      run.kind === 'environment'
        ? 'environment-replaces-ref'
        : run.kind === 'pull request'
          ? 'entity-other-kind'
          : 'entity-other-value',
      {
        ...rest,
        text: `No trust of this identity is for ${wordsOfRun(run)} of this repository.${
          run.kind === 'environment'
            ? ' The job names the environment, so GitHub puts it in the place of branch, tag or pull_request.'
            : ' The job names no environment.'
        }`,
        fix: `Create a trust for this subject: ${subject}. Then check that the identity has a role assignment.`,
      },
    )
  }
  const platform = platformOfSubject(subject)
  if (platform === 'cluster') {
    const operator = knownOperatorOf(subject)
    return causeOf(operator === null ? 'kubernetes-other-account' : 'kubernetes-operator', {
      ...rest,
      text: `No trust of this identity is for the service account that asked${operator === null ? '' : `, that of the operator ${operator.title} itself`}.`,
      fix: `Create a trust for ${subject}, or set the service account that is trusted.`,
    })
  }
  const isGenerated = platform === 'azure-devops' || platform === 'entra'
  return causeOf(isGenerated ? 'generated-differs' : 'subject-differs', {
    ...rest,
    text: 'A trust has the issuer of the token, but not this subject.',
    fix: isGenerated
      ? 'Paste the presented subject into the trust; the service connection shows the same.'
      : `If this workload may use the identity, create a trust for ${subject}.`,
  })
}

function evidenceOf({ issuer, subject, audiences }: Presented, code: string | null): string {
  const values = [
    issuer === undefined ? '' : `issuer ${issuer}`,
    subject === undefined ? '' : `subject ${subject}`,
    audiences === undefined ? '' : `audience ${audiences.join(', ')}`,
  ].filter((value) => value !== '')
  return `${codeWords(code)}${values.length === 0 ? '' : ` names ${values.join(', ')}`}`
}
