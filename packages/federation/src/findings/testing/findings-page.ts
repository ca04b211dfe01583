import { findingSeverities } from '@trustwright/shared-schemas'
import { markdownTable } from '../../testing/markdown-table.ts'
import type { Finding } from '../finding.ts'
import { findTrustFindings } from '../find-trust-findings.ts'
import type { FindingRule } from '../rule.ts'
import { findingRules } from '../rules.ts'
import { makeTenant } from './make-tenant.ts'
import { now } from './planted-uses.ts'

const examples = examplesOf([1, 2])

/** One finding of each rule, in a made-up tenant. */
function examplesOf(seeds: readonly number[]): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>()
  for (const seed of seeds) {
    const { inventory, settings } = makeTenant(seed, 2_000)
    for (const finding of findTrustFindings(inventory, settings, now).findings) {
      if (!found.has(finding.rule)) found.set(finding.rule, finding)
    }
  }
  return found
}

/** The page `docs/findings.md`. */
export function findingsPage(): string {
  return [introduction, overview(), ...findingRules.map(partOf)].join('\n')
}

function overview(): string {
  const lines = findingRules.map(({ id, title, severity, about }) => [
    `[\`${id}\`](#${id})`,
    title,
    severity,
    about === 'trust' ? 'a trust' : 'an identity or application',
  ])
  return `## Rules

${findingRules.length} rules. A finding may weigh otherwise than its rule: it then says why.

${markdownTable(['Rule', 'What is wrong', 'Weighs', 'Is about'], lines)}
`
}

function partOf(rule: FindingRule): string {
  const { id, title, severity, because, needs, remedy } = rule
  const example = examples.get(id)
  const yields = rule.about === 'trust' ? (rule.yieldsTo ?? []) : []
  return [
    `## ${id}`,
    '',
    `**${title}.** Weighs ${severity}: ${because}`,
    '',
    `- Needs: ${needs}`,
    `- What to do: ${remedy}`,
    ...(yields.length === 0 ? [] : [`- Left out beside: ${yields.map(link).join(', ')}.`]),
    ...(example === undefined ? [] : exampleOf(example)),
    '',
  ].join('\n')
}

function link(id: string): string {
  return `[\`${id}\`](#${id})`
}

function exampleOf({ severity, because, text, evidence, fix }: Finding): readonly string[] {
  return [
    '',
    'For example, in a made-up tenant:',
    '',
    `- It says: ${plain(text)}`,
    `- It weighs ${severity}: ${plain(because)}`,
    `- Evidence: ${code(evidence)}`,
    `- Fix: ${plain(fix.text)}${fix.action === undefined ? '' : ` One press does it: ${fix.action.kind}.`}`,
  ]
}

/** Values hold characters that mean something in Markdown. */
function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ')}\``
}

function plain(text: string): string {
  return text.replaceAll(/[*_<>[\]]/g, (mark) => `\\${mark}`)
}

const introduction = `# Findings: what is wrong with stored trusts

The rules of \`packages/federation\` (\`src/findings\`) judge every trust that an inventory read, with what the portal knows
around it. They change nothing, and never guess: a rule whose facts are missing counts the trust as _not judged_, with the reason
(\`not-read\`, \`not-allowed\`, \`not-told\`, \`failed\`, \`too-early\`, \`not-set-up\`), so that a short list is never taken for a
clean tenant.

Severities, worst first: ${findingSeverities.join(', ')}.

A finding is **active** until it is fixed or accepted.

- **Fixed**: a later reading no longer finds it, or the trust is gone. It is not called fixed while a fact is missing.
- **Accepted** by an administrator until a day, at most two years ahead, with a reason and the name of who accepted it. It rests on
  exactly the facts that were seen: as soon as one of them changes, the finding is active again. A _rule_ accepts in advance
  whatever fits it; each of its parts that is given has to hold, and the worst severity it accepts is medium unless it says more.
- **Bulk fix**: chosen findings become a dry run, which shows each change with the values before and after and names what is left and
  why. Only then it is run, up to 5,000 findings at once: as the person, one change at a time on each identity, each trust read
  again right before. A trust that somebody changed meanwhile is left. A deleted trust can be restored for 30 days, from the run,
  the activity, or its identity. The old trust of a switch to IDs is never deleted
  before its successor was seen working.
- **Switch to IDs**: a trust that names a GitHub repository has a guided change on its page, \`?switch=1\`: the trust with IDs beside
  the old one, immutable subjects at GitHub, a run that was seen, then the old one goes. Nothing of it is stored: each step is read
  anew from Azure, GitHub and the proofs, so that it goes on after days, and by others. The old one goes for a run that was seen, or
  for a written reason, which the audit trail keeps; never while none with IDs stands beside it.

The portal tells the same under \`/findings/rules\`, one page a rule; CSV and SARIF name that page for each finding.

This page is kept true by \`packages/federation/src/findings/findings-page.test.ts\`; \`vitest run --project federation -u\` writes it
anew.
`
