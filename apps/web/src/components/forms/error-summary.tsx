import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { FieldErrors, FieldValues } from 'react-hook-form'
import { Callout } from '../../ui/callout.tsx'
import { counted } from '../../lib/words.ts'
import { fieldIds } from './field-frame.tsx'
import { flatErrors, type FlatError } from './flat-errors.ts'

const useStyles = makeStyles({
  list: { paddingLeft: '20px', display: 'grid', rowGap: '4px' },
  focus: {
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  link: { color: tokens.colorNeutralForeground1 },
})

interface ErrorSummaryProps<Values extends FieldValues> {
  readonly errors: FieldErrors<Values>
  /** Counts tries to submit: each failed one moves focus here. */
  readonly submitCount: number
  /** Of what is chosen beside the form's own values; stands first. */
  readonly further: readonly FlatError[]
}

/** What needs a change, at the top of the form; each line leads to its field. */
export function ErrorSummary<Values extends FieldValues>({
  errors,
  submitCount,
  further,
}: ErrorSummaryProps<Values>) {
  const styles = useStyles()
  const box = useRef<HTMLDivElement>(null)
  const list = [...further, ...flatErrors(errors)]
  const shows = submitCount > 0 && list.length > 0
  useEffect(() => {
    if (submitCount > 0) box.current?.focus()
  }, [submitCount])
  if (!shows) return null
  return (
    <div ref={box} tabIndex={-1} className={styles.focus} data-error-summary="">
      <Callout
        intent="danger"
        title={`${counted(list.length, 'field')} ${list.length === 1 ? 'needs' : 'need'} a change`}
      >
        <ul className={styles.list}>
          {list.map(({ name, message }) => (
            <li key={name}>
              <a
                className={styles.link}
                href={`#${fieldIds(name).input}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fieldIds(name).input)?.focus()
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  )
}
