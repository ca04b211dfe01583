import { useWatch, type UseFormReturn } from 'react-hook-form'
import { ChoiceField } from '../../components/forms/choice-field.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { Callout } from '../../ui/callout.tsx'
import type { BulkValues } from './bulk-form.ts'
import { ColumnMapFields } from './column-map-fields.tsx'
import { FileField } from './file-field.tsx'
import { Section } from './section.tsx'
import type { BulkRows } from './use-rows.ts'

interface RowsSectionProps {
  readonly form: UseFormReturn<BulkValues>
  readonly rows: BulkRows
}

/** What to trust: names that are multiplied, or a table. Switching loses neither. */
export function RowsSection({ form, rows }: RowsSectionProps) {
  const source = useWatch({ control: form.control, name: 'source' })
  return (
    <Section title="1. What to trust">
      <ChoiceField
        control={form.control}
        name="source"
        label="Where do the rows come from?"
        look="tiles"
        choices={[
          { value: 'matrix', label: 'Repositories × environments', help: 'Every one with every other.' },
          { value: 'table', label: 'A table (CSV)', help: 'One row for each trust, any platform.' },
        ]}
      />
      {source === 'matrix' ? <MatrixFields form={form} /> : <FileField form={form} />}
      {rows.problem !== null && <Callout intent="warning" title={rows.problem} />}
      {source === 'table' && rows.table !== null && (
        <ColumnMapFields form={form} table={rows.table} map={rows.map} />
      )}
    </Section>
  )
}

function MatrixFields({ form }: Pick<RowsSectionProps, 'form'>) {
  const entity = useWatch({ control: form.control, name: 'entity' })
  const isBranch = entity === 'branch'
  return (
    <>
      <TextField
        control={form.control}
        name="repositories"
        label="GitHub repositories"
        help="One per line, as owner/name or as an address. Capitals as GitHub shows them."
        placeholder={'contoso/pay-api\ncontoso/pay-web'}
        lines={6}
        mono
      />
      <ChoiceField
        control={form.control}
        name="entity"
        label="Runs from"
        choices={[
          {
            value: 'environment',
            label: 'Environments',
            help: 'Their protection rules decide which jobs get in.',
          },
          { value: 'branch', label: 'Branches', help: 'Every job on the branch that names no environment.' },
        ]}
      />
      <TextField
        control={form.control}
        name="places"
        label={isBranch ? 'Branches' : 'Environments'}
        help={isBranch ? 'One per line, without refs/heads/.' : 'One per line, as named in the repository.'}
        placeholder={isBranch ? 'main' : 'dev\nprod'}
        lines={4}
        mono
      />
    </>
  )
}
