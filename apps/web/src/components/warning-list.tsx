import type { Severity, Warning } from '@trustwright/federation'
import { Callout, type CalloutIntent } from '../ui/callout.tsx'

const words: Record<Severity, { intent: CalloutIntent; title: string }> = {
  block: { intent: 'danger', title: 'Cannot be stored' },
  warn: { intent: 'warning', title: 'Check this' },
  info: { intent: 'information', title: 'Good to know' },
}

const order: readonly Severity[] = ['block', 'warn', 'info']

interface WarningListProps {
  readonly warnings: readonly Warning[]
  /** They are about values that Azure holds already, which the portal would refuse today. */
  readonly stored?: boolean
}

/** What the presets have to say about the values, worst first. */
export function WarningList({ warnings, stored = false }: WarningListProps) {
  const sorted = warnings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return sorted.map((warning) => (
    <Callout
      key={`${warning.code} ${warning.field ?? ''} ${warning.text}`}
      intent={words[warning.severity].intent}
      title={
        stored && warning.severity === 'block'
          ? 'Breaks a rule of its platform'
          : words[warning.severity].title
      }
    >
      <span>
        {warning.text} {warning.fix}
      </span>
    </Callout>
  ))
}
