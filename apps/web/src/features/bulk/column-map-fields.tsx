import { Select, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { counted } from '../../lib/words.ts'
import type { BulkValues } from './bulk-form.ts'
import type { Table } from './read-table.ts'
import { columnMeanings, meaningLabels, type ColumnMap, type ColumnMeaning } from './table-columns.ts'
import { columnKey } from './use-rows.ts'

const useStyles = makeStyles({
  box: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  label: { fontWeight: tokens.fontWeightSemibold, padding: 0, marginBottom: '8px' },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))', gap: '16px' },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px', alignContent: 'start' },
  sample: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    minHeight: '16px',
  },
})

interface ColumnMapFieldsProps {
  readonly form: UseFormReturn<BulkValues>
  readonly table: Table
  readonly map: ColumnMap
}

/** What each column means, guessed from its name, with the first rows of it. */
export function ColumnMapFields({ form, table, map }: ColumnMapFieldsProps) {
  const styles = useStyles()
  const id = useId()
  const samples = table.rows.slice(0, 3)

  function choose(index: number, value: string) {
    const meaning: ColumnMeaning | '' = columnMeanings.find((one) => one === value) ?? ''
    form.setValue(
      'chosen',
      { ...form.getValues('chosen'), [columnKey(index)]: meaning },
      { shouldDirty: true },
    )
  }

  return (
    <fieldset className={styles.box}>
      <legend className={styles.label}>
        {`${counted(table.rows.length, 'row')}. What the columns mean`}
      </legend>
      <div className={styles.columns}>
        {table.columns.map((column, index) => (
          <div key={columnKey(index)} className={styles.column}>
            <label htmlFor={`${id}-${index}`}>{column === '' ? `Column ${index + 1}` : column}</label>
            <Select
              id={`${id}-${index}`}
              value={map[index] ?? ''}
              onChange={(_, { value }) => choose(index, value)}
            >
              <option value="">Left out</option>
              {columnMeanings.map((meaning) => (
                <option key={meaning} value={meaning}>
                  {meaningLabels[meaning]}
                </option>
              ))}
            </Select>
            {samples.map(({ number, cells }) => (
              <span key={number} className={styles.sample} title={cells[index]}>
                {cells[index]}
              </span>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
