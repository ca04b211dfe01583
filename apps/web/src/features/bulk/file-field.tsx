import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DocumentArrowUp20Regular } from '@fluentui/react-icons'
import { useRef, useState, type DragEvent } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { announce } from '../../components/announcer.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { Callout } from '../../ui/callout.tsx'
import type { BulkValues } from './bulk-form.ts'
import { readFileText } from './read-file-text.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { outline: `2px dashed ${tokens.colorCompoundBrandStroke}`, outlineOffset: '6px' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** A table that is pasted, dropped or chosen. It is read in this browser. */
export function FileField({ form }: { readonly form: UseFormReturn<BulkValues> }) {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function take(file: File | undefined) {
    if (file === undefined) return
    const read = await readFileText(file)
    setProblem(read.problem)
    if (read.text === null) return
    form.setValue('chosen', {}, { shouldDirty: true })
    form.setValue('text', read.text, { shouldDirty: true })
    announce(`Read ${file.name}`)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    // Dropping is a second way beside the button, which the keyboard has too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div
      className={mergeClasses(styles.box, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <TextField
        control={form.control}
        name="text"
        label="Table"
        help="Paste rows of a spreadsheet or a CSV file, with the names of the columns first. At most 10,000 rows."
        placeholder={'repository,environment,identity\ncontoso/pay-api,prod,id-pay-deploy'}
        lines={8}
        mono
      />
      <div className={styles.actions}>
        <Button icon={<DocumentArrowUp20Regular />} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <span className={styles.quiet}>
          or drop one on the field. It is read in this browser; its rows are kept with your draft.
        </span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label="CSV file"
        onChange={(event) => {
          void take(event.target.files?.[0])
          // The same file can be chosen again after it was mended.
          event.target.value = ''
        }}
      />
      {problem !== null && <Callout intent="danger" role="alert" title={problem} />}
    </div>
  )
}
