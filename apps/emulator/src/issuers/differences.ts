import type { Difference } from '../kernel/difference.ts'
import { githubDifferences } from '../github/differences.ts'

const area = 'Outside issuers'

export const issuerDifferences: readonly Difference[] = [
  {
    area,
    what: 'Every platform signs with RS256 and a 2048-bit key of its own making; Cognito has been seen to sign with RS512, SPIRE with ES256 by default, AWS with ES384 when asked to.',
    why: 'Entra documents RS256 alone. Issuers with other keys are among those that are broken on purpose.',
    certainty: 'documented',
  },
  {
    area,
    what: 'Ids, commits and run numbers in claims are made up from the names given, so that the same job has the same ones each time.',
    why: 'No platform is asked. Where GitHub repositories are seeded, their own ids are used.',
    certainty: 'documented',
  },
  {
    area,
    what: 'Claims beside issuer, subject, audience and times are those of the vendors’ documents; some platforms send more.',
    why: 'Documents list claims, few of them every one, and no live token was looked at.',
    certainty: 'documented',
  },
  {
    area,
    what: 'Any region, tenant and GUID of an AKS or Arc cluster has an issuer, whether or not ARM holds such a cluster.',
    why: 'A trust is often tried before its cluster exists. Real addresses answer 404 until then.',
    certainty: 'documented',
  },
  {
    area,
    what: 'Self-hosted platforms run under contoso.example, fabrikam.example and octo-org.example only, and GHE.com, EKS and OKE under a handful of subdomains and regions.',
    why: 'Certificates are made for names that nobody can take over, never for any name asked for.',
    certainty: 'documented',
  },
  {
    area,
    what: 'Subjects of Bitbucket, Harness, Codefresh, Octopus Deploy, Snowflake, Vault and Buildkite, and the addresses of OKE clusters, are written from documents that leave parts open or disagree.',
    why: 'Published examples are few; for Harness the form with account, organisation and project is taken, for Buildkite the compound one unless a claim is chosen.',
    certainty: 'assumed',
  },
  {
    area,
    what: 'How long tokens live is the documented time where there is one, else an hour.',
    why: 'GitLab follows the job’s timeout, HCP Terraform the run’s; `expiresInSeconds` sets another.',
    certainty: 'assumed',
  },
  {
    area,
    what: 'In a custom template a claim that the run does not have becomes empty text after its key.',
    why: 'GitHub does not say what an `environment` key gives in a job without one.',
    certainty: 'assumed',
  },
  {
    area,
    what: '`immutable` and `subjectClaims` of the minting endpoint win over what GitHub holds for the repository.',
    why: 'So that a token can be tried before the repository is switched over.',
    certainty: 'documented',
  },
  {
    area,
    what: 'A merge queue’s job has `ref:refs/heads/gh-readonly-queue/…` in its subject.',
    why: 'Follows from the default template and the documented `GITHUB_REF` of the event; no published token shows it.',
    certainty: 'assumed',
  },
  {
    area,
    what: 'Tokens of Azure DevOps and of Microsoft’s other callers with the Entra issuer are signed by this emulator’s Entra key, and name login.microsoftonline.com as their issuer.',
    why: 'Real ones are signed by Entra’s key of the tenant too; their claims beside issuer, subject and audience are not documented.',
    certainty: 'assumed',
  },
  {
    area,
    what: 'Every well-formed issuer of AKS publishes keys, except one that stands for a deleted cluster and answers 404.',
    why: 'Which clusters exist is not kept for issuers; a review has to meet one that is gone.',
    certainty: 'documented',
  },
  ...githubDifferences,
]
