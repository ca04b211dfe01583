import type { CauseFact } from '../codes.ts'

/** Causes in the subject. */
export const subjectCodes = {
  'subject-case': {
    family: 'subject_case',
    means: 'The subject differs from that of the token in letter case.',
  },
  'environment-replaces-ref': {
    family: 'subject_entity',
    means:
      'The job names an environment, so its token carries that in the place of the branch, tag or pull request.',
  },
  'environment-not-named': {
    family: 'subject_entity',
    means: 'The trust is for an environment that the job does not name.',
  },
  'entity-other-kind': {
    family: 'subject_entity',
    means: 'Trust and token name another kind of run: branch, tag, environment or pull request.',
  },
  'entity-other-value': {
    family: 'subject_entity',
    means: 'Trust and token name the same workload with another branch, tag or environment.',
  },
  'other-branches': {
    family: 'subject_entity',
    means: 'Runs of other branches do not match a trust for one branch.',
  },
  'wildcard-in-subject': {
    family: 'wildcard',
    means: 'The subject holds a pattern, and Azure compares it letter by letter.',
  },
  'wildcard-not-a-pattern': {
    family: 'wildcard',
    means: 'The subject holds a mark that is a pattern elsewhere and a plain character here.',
  },
  'wildcard-in-issuer': {
    family: 'wildcard',
    means: 'The issuer holds a pattern, and Azure compares it letter by letter.',
  },
  'expression-in-subject': {
    family: 'wildcard',
    means: 'A matching expression stands in the subject, which is compared letter by letter.',
  },
  'wildcard-in-expression': {
    family: 'wildcard',
    means: 'The matching expression compares a pattern letter by letter.',
  },
  'wildcard-in-audience': {
    family: 'wildcard',
    means: 'The audience holds a pattern, and Azure compares it letter by letter.',
  },
  'github-ids-expected': {
    family: 'subject_format',
    means: 'The repository sends immutable IDs beside the names; the trust has names alone.',
  },
  'github-names-expected': {
    family: 'subject_format',
    means: 'The repository sends names alone; the trust has immutable IDs.',
  },
  'github-other-ids': {
    family: 'subject_format',
    means: 'The IDs in the subject are those of another owner or repository.',
  },
  'github-template': {
    family: 'subject_format',
    means: 'The repository composes its subject by a template of its own, and the trust does not follow it.',
  },
  'github-no-template': {
    family: 'subject_format',
    means: 'The repository sends the default subject, and the trust follows a template that is not in force.',
  },
  'github-entity-word': {
    family: 'subject_entity',
    means: 'The word for the kind of run is one that GitHub does not write, such as pull-request.',
  },
  'github-grammar': { family: 'subject_format', means: 'GitHub writes no subject of this form.' },
  'github-workflow-path': {
    family: 'subject_format',
    means: 'The path of the reusable workflow is not one that GitHub writes.',
  },
  'github-workflow-ref': {
    family: 'subject_format',
    means: 'Trust and token name another version of the reusable workflow.',
  },
  'github-moved': {
    family: 'subject_format',
    means: 'The repository was renamed or transferred; its tokens carry the new name.',
  },
  'github-recyclable': {
    family: 'subject_format',
    means: 'The named repository no longer exists; who takes its name can use the trust.',
  },
  'github-other-repository': {
    family: 'subject_format',
    means: 'Trust and token name another repository.',
  },
  'gitlab-moved': {
    family: 'subject_format',
    means: 'The GitLab project was renamed or moved; its tokens carry the new path.',
  },
  'subject-placeholder': {
    family: 'subject_format',
    means: 'A placeholder of a template or script is left in the subject.',
  },
  'subject-white-space': {
    family: 'subject_format',
    means: 'White space or an unseen character is in the subject.',
  },
  'subject-form': { family: 'subject_format', means: 'The platform writes no subject of this form.' },
  'subject-differs': { family: 'subject_format', means: 'The subject of the token is another one.' },
  'subject-note': { family: 'subject_format', means: 'Something to know about the subject.' },
  'kubernetes-operator': {
    family: 'kubernetes_subject',
    means: 'The operator presents the token of its own service account, not that of the application.',
  },
  'kubernetes-other-account': {
    family: 'kubernetes_subject',
    means: 'Trust and token name another namespace or service account.',
  },
  'kubernetes-grammar': {
    family: 'kubernetes_subject',
    means: 'Kubernetes writes no subject of this form.',
  },
  'kube-system-excluded': {
    family: 'plumbing',
    means: 'AKS gives pods in kube-system no token by itself.',
  },
  'eid1-encoding': {
    family: 'generated_subject',
    means: 'The subject spells an ID as a GUID where the token carries it base64url encoded.',
  },
  'eid1-other-tenant': {
    family: 'generated_subject',
    means: 'The subject names another tenant than the issuer.',
  },
  'eid1-form': {
    family: 'generated_subject',
    means: 'The /eid1/ subject is not whole, or names another caller.',
  },
  'connection-renamed': {
    family: 'generated_subject',
    means: 'An organization, project or service connection was renamed, which changes its subject.',
  },
  'connection-differs': {
    family: 'generated_subject',
    means: 'The service connection has another issuer and subject than the trust.',
  },
  'generated-differs': {
    family: 'generated_subject',
    means: 'The product makes its subject itself, and the trust has another one.',
  },
} as const satisfies Readonly<Record<string, CauseFact>>
