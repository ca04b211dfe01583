import { Button, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, ReactNode } from 'react'
import { counted } from '../../lib/words.ts'
import { usePasteAnywhere } from '../use-paste-anywhere.ts'
import { FileDrop, type FileWords } from './file-drop.tsx'
import type { FileRules } from './read-text-file.ts'

const useStyles = makeStyles({
  words: { display: 'grid', rowGap: '4px' },
  label: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  help: { color: tokens.colorNeutralForeground2, maxWidth: '88ch' },
  field: { width: '100%', maxWidth: '100%' },
  text: { fontFamily: tokens.fontFamilyMonospace, minHeight: '88px', maxHeight: '320px' },
})

interface PasteBoxProps {
  /** Of the field: what the page focuses. */
  readonly id: string
  readonly label: string
  readonly help: ReactNode
  readonly placeholder: string
  readonly text: string
  /** Letters that the field takes: the browser would lay out megabytes for a minute. */
  readonly most: number
  /** Makes so many of a longer text; without it a longer file is refused, and a longer paste cut. */
  readonly shorten?: (text: string) => string
  readonly files: { readonly rules: FileRules; readonly words: FileWords }
  readonly onText: (text: string) => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  /** Offers to empty it. */
  readonly clearable?: boolean
}

/** The page's one box: what is pasted anywhere on the page, typed, dropped or chosen as a file goes into it. */
export function PasteBox(props: PasteBoxProps) {
  const { id, label, help, placeholder, text, most, shorten, files, onText, onKeyDown } = props
  const { clearable = false } = props
  const styles = useStyles()
  usePasteAnywhere(id, most, onText, shorten)
  const focus = () => document.getElementById(id)?.focus()

  function take(whole: string): string | null {
    const read = shorten === undefined ? whole : shorten(whole)
    if (read.length > most)
      return `That is longer than ${counted(most, 'letter')}. Take the part that matters.`
    onText(read)
    focus()
    return null
  }

  return (
    <FileDrop
      rules={files.rules}
      words={files.words}
      onText={take}
      actions={
        clearable &&
        text !== '' && (
          <Button
            appearance="subtle"
            onClick={() => {
              onText('')
              // The button goes away with the text.
              focus()
            }}
          >
            Clear
          </Button>
        )
      }
    >
      <div className={styles.words}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      </div>
      <Textarea
        id={id}
        aria-describedby={`${id}-help`}
        className={styles.field}
        textarea={{ className: styles.text }}
        resize="vertical"
        rows={4}
        value={text}
        placeholder={placeholder}
        maxLength={most}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        // Programs fill a field past its own limit.
        onChange={(_, { value }) =>
          onText(value.length > most ? (shorten?.(value) ?? value.slice(0, most)) : value)
        }
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
      />
    </FileDrop>
  )
}
