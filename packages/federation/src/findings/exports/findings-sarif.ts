import type { Finding, FindingReport, FindingSeverity, NotJudged } from '../finding.ts'
import { findingRules } from '../rules.ts'
import { findingRuleIds } from '../rule-ids.ts'
import { rulePath } from '../rule-path.ts'
import type { FindingRule } from '../rule.ts'

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html */
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json'

export interface SarifOptions {
  /** Of the portal that made it. */
  readonly version: string
  /** Of the portal, such as `https://trustwright.contoso.com`; left out: no help addresses. */
  readonly origin?: string
  /** When the facts were read, ISO 8601 in UTC. */
  readonly readAt?: string
}

const levels: Readonly<Record<FindingSeverity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
}

/** How GitHub shows severities. https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const securitySeverity: Readonly<Record<FindingSeverity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.0',
}

/** A report as a SARIF 2.1.0 log; `JSON.stringify` makes the file. What was not judged stands in its notifications. */
export function findingsSarif({ findings, notJudged }: FindingReport, options: SarifOptions) {
  const { version, origin, readAt } = options
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Trustwright',
            version,
            rules: findingRules.map((rule) => descriptorOf(rule, origin)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            ...(readAt === undefined ? {} : { endTimeUtc: readAt }),
            toolExecutionNotifications: notJudged.map(notificationOf),
          },
        ],
        results: findings.map(sarifResult),
      },
    ],
  } as const
}

function descriptorOf({ id, title, because, remedy, needs, severity }: FindingRule, origin?: string) {
  return {
    id,
    name: id.replaceAll(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: because },
    help: { text: `${remedy} Needs: ${needs}` },
    ...(origin === undefined ? {} : { helpUri: `${origin}${rulePath(id)}` }),
    defaultConfiguration: { level: levels[severity] },
    properties: { 'security-severity': securitySeverity[severity] },
  }
}

/** One entry of `results`, for a log that is written in parts. */
export function sarifResult(finding: Finding) {
  const { rule, severity, text, evidence, fix, key, trustName, trustKey, parentName, parentKey } = finding
  return {
    ruleId: rule,
    ruleIndex: findingRuleIds.indexOf(rule),
    level: levels[severity],
    message: { text: `${text} ${fix.text}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(trustKey ?? parentKey) } },
        logicalLocations: [
          {
            name: trustName ?? parentName,
            fullyQualifiedName: trustName === null ? parentName : `${parentName}/${trustName}`,
            kind: 'resource',
          },
        ],
      },
    ],
    partialFingerprints: { 'trustwrightFinding/v1': key },
    properties: {
      severity,
      because: finding.because,
      evidence,
      issuer: finding.issuer,
      subject: finding.subject,
    },
  }
}

/** A relative reference that holds any key: GitHub shows no result without one. */
function uriOf(key: string): string {
  const parts = key.split('/').filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/') || 'unnamed'
}

function notificationOf({ rule, reason, count }: NotJudged) {
  return {
    descriptor: { id: `not-judged/${reason}` },
    associatedRule: { id: rule, index: findingRuleIds.indexOf(rule) },
    level: 'warning',
    message: { text: `${rule} was not judged for ${count}: ${reason}.` },
  }
}
