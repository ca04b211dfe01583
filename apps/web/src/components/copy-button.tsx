import { Button, Tooltip } from '@fluentui/react-components'
import { Checkmark20Regular, Copy20Regular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { announce } from './announcer.tsx'

interface CopyButtonProps {
  readonly value: string
  /** What is copied, as a noun: `client ID`. */
  readonly what: string
  /** Shows the words beside the icon. */
  readonly text?: string
  readonly appearance?: 'subtle' | 'secondary' | 'primary'
}

/** Copies a value and says so, to eyes and to screen readers. */
export function CopyButton({ value, what, text, appearance = 'subtle' }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state === 'idle') return undefined
    const timer = setTimeout(() => setState('idle'), 2500)
    return () => clearTimeout(timer)
  }, [state])

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      setState('copied')
      announce(`Copied ${what}`)
    } catch {
      setState('refused')
      announce('The browser did not let the page copy. Select the text and copy it yourself.')
    }
  }

  const said = { idle: `Copy ${what}`, copied: 'Copied', refused: 'Not copied: select the text instead' }[
    state
  ]
  const button = (
    <Button
      appearance={appearance}
      icon={state === 'copied' ? <Checkmark20Regular /> : <Copy20Regular />}
      onClick={() => void copy()}
      {...(text === undefined ? { 'aria-label': `Copy ${what}` } : {})}
    >
      {text === undefined ? null : state === 'copied' ? 'Copied' : text}
    </Button>
  )
  return text === undefined ? (
    <Tooltip content={said} relationship="inaccessible" withArrow>
      {button}
    </Tooltip>
  ) : (
    button
  )
}
