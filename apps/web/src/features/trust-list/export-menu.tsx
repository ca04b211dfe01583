import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons'
import { announce } from '../../components/announcer.tsx'
import type { InventoryOf } from '../../components/inventory/inventory-query.ts'
import type { ListedTrust } from '../../components/inventory/listed-trust.ts'
import { saveFile } from '../../lib/save-file.ts'
import { counted } from '../../lib/words.ts'
import { DropPanel } from '../../ui/drop-panel.tsx'
import { noteExport } from './note-export.ts'

const useStyles = makeStyles({
  panel: { display: 'grid', rowGap: '8px', justifyItems: 'start' },
})

interface ExportMenuProps {
  readonly rows: readonly ListedTrust[]
  readonly query: string
  readonly of: InventoryOf
}

/** Files of exactly these rows, in the order that shows. The audit trail notes that they were taken. */
export function ExportMenu({ rows, query, of }: ExportMenuProps) {
  const styles = useStyles()
  async function save(format: 'csv' | 'json') {
    const { trustsCsv, trustsJson } = await import('./list-export.ts')
    const isCsv = format === 'csv'
    saveFile(
      `trusts.${format}`,
      isCsv ? 'text/csv;charset=utf-8' : 'application/json',
      isCsv ? trustsCsv(rows) : trustsJson(rows),
    )
    announce(`${counted(rows.length, 'trust')} exported`)
    await noteExport({ of, format, trusts: rows.length, query })
  }
  return (
    <DropPanel
      label="Export"
      title={`Export ${counted(rows.length, 'trust')}`}
      icon={<ArrowDownload20Regular />}
    >
      <div className={styles.panel}>
        <p>
          {counted(rows.length, 'trust')}, in the order that shows, with every fact. The audit trail notes it.
        </p>
        <Button disabledFocusable={rows.length === 0} onClick={() => void save('csv')}>
          CSV
        </Button>
        <Button disabledFocusable={rows.length === 0} onClick={() => void save('json')}>
          JSON
        </Button>
      </div>
    </DropPanel>
  )
}
