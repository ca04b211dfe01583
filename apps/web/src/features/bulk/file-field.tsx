import type { UseFormReturn } from 'react-hook-form'
import { TextField } from '../../components/forms/text-field.tsx'
import { FileDrop, type FileWords } from '../../components/paste-box/file-drop.tsx'
import type { FileRules } from '../../components/paste-box/read-text-file.ts'
import type { BulkValues } from './bulk-form.ts'
import { mostCharacters } from './read-table.ts'

/** A workbook, a picture or an older code page is refused: its rows could only be guessed. */
const rules: FileRules = {
  mostBytes: mostCharacters * 2,
  brokenLetters: 'refused',
  instead: {
    tooLarge: 'Split it.',
    notText: 'Save it as CSV first.',
    otherEncoding: 'Save it as “CSV UTF-8” and choose it again.',
  },
}

const words: FileWords = {
  choose: 'Choose a file',
  label: 'CSV file',
  note: 'or drop one on the field. It is read in this browser; its rows are kept with your draft.',
  accept: '.csv,.tsv,.txt,text/csv,text/plain',
}

/** A table that is pasted, dropped or chosen. It is read in this browser. */
export function FileField({ form }: { readonly form: UseFormReturn<BulkValues> }) {
  function take(text: string): null {
    form.setValue('chosen', {}, { shouldDirty: true })
    form.setValue('text', text, { shouldDirty: true })
    return null
  }
  return (
    <FileDrop rules={rules} words={words} onText={take}>
      <TextField
        control={form.control}
        name="text"
        label="Table"
        help="Paste rows of a spreadsheet or a CSV file, with the names of the columns first. At most 10,000 rows."
        placeholder={'repository,environment,identity\ncontoso/pay-api,prod,id-pay-deploy'}
        lines={8}
        mono
      />
    </FileDrop>
  )
}
