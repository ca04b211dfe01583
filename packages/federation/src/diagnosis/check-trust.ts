import type { Cause, Diagnosis } from './cause.ts'
import type { CauseCode } from './codes.ts'
import { type CheckContext, type DraftRule, viewOf } from './draft-view.ts'
import { diagnosisOf } from './order.ts'
import { audienceRule } from './rules/draft/audience.ts'
import { expressionRule } from './rules/draft/expression.ts'
import { generated } from './rules/draft/generated.ts'
import { githubCustom } from './rules/draft/github-custom.ts'
import { githubFormat } from './rules/draft/github-format.ts'
import { githubGrammar } from './rules/draft/github-grammar.ts'
import { githubNames } from './rules/draft/github-names.ts'
import { githubRun } from './rules/draft/github-run.ts'
import { githubValues } from './rules/draft/github-values.ts'
import { githubWorkflow } from './rules/draft/github-workflow.ts'
import { issuerAddress } from './rules/draft/issuer-address.ts'
import { issuerEntra } from './rules/draft/issuer-entra.ts'
import { issuerKnown } from './rules/draft/issuer-known.ts'
import { issuerPlatform } from './rules/draft/issuer-platform.ts'
import { issuerPublic } from './rules/draft/issuer-public.ts'
import { issuerSpelling } from './rules/draft/issuer-spelling.ts'
import { kubernetes } from './rules/draft/kubernetes.ts'
import { limitRule } from './rules/draft/limits.ts'
import { parentRule } from './rules/draft/parent.ts'
import { platformForm } from './rules/draft/platform-form.ts'
import { required } from './rules/draft/required.ts'
import { siblingsRule } from './rules/draft/siblings.ts'
import { strayCharacters } from './rules/draft/stray-characters.ts'
import { wildcard } from './rules/draft/wildcard.ts'
import { tenantRule } from './rules/draft/tenant.ts'
import type { DiagnosedTrust } from './trust.ts'

const rules: readonly DraftRule[] = [
  required,
  limitRule,
  strayCharacters,
  issuerAddress,
  issuerSpelling,
  issuerPublic,
  issuerPlatform,
  issuerEntra,
  issuerKnown,
  tenantRule,
  wildcard,
  githubGrammar,
  githubValues,
  githubWorkflow,
  githubNames,
  githubFormat,
  githubCustom,
  githubRun,
  kubernetes,
  generated,
  platformForm,
  audienceRule,
  expressionRule,
  siblingsRule,
  parentRule,
]

/** Those that read what GitHub told. */
const githubRules: readonly DraftRule[] = [
  issuerKnown,
  githubValues,
  githubWorkflow,
  githubNames,
  githubFormat,
  githubCustom,
  githubRun,
]

/**
 * Every mistake that a trust shows by itself, and by what is known around it: siblings, other identities, and facts of
 * GitHub, Azure DevOps or a cluster. A right trust has no cause above `info`. Never throws, whatever the texts hold.
 */
export function checkTrust(draft: DiagnosedTrust, context: CheckContext = {}): Diagnosis {
  return check(rules, draft, context)
}

/** Only what the facts of GitHub say about a trust: enough for one whose values are known to be right, and much cheaper. */
export function checkGithubFacts(draft: DiagnosedTrust, context: CheckContext): Diagnosis {
  return check(githubRules, draft, context)
}

function check(by: readonly DraftRule[], draft: DiagnosedTrust, context: CheckContext): Diagnosis {
  const view = viewOf(draft, context)
  const causes = by.flatMap((rule) => rule(view))
  return diagnosisOf(causes.filter((cause) => !isExplained(cause, causes)))
}

/** General doubts, which say nothing beside a plain fault of the same value. */
const general: readonly CauseCode[] = [
  'subject-form',
  'issuer-other-platform',
  'issuer-case',
  'wildcard-not-a-pattern',
]

function isExplained({ code, severity, field }: Cause, causes: readonly Cause[]): boolean {
  const others = causes.filter((other) => other.field === field && !general.includes(other.code))
  if (code === 'issuer-other-platform') return others.some((other) => other.code === 'issuer-not-an-issuer')
  return severity !== 'block' && general.includes(code) && others.some((other) => other.severity !== 'info')
}
