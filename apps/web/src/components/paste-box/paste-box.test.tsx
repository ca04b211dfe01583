import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { PasteBox } from './paste-box.tsx'

afterEach(cleanup)

const files = {
  rules: {
    mostBytes: 1_000_000,
    brokenLetters: 'shown',
    instead: { tooLarge: 'Split it.', notText: 'Unpack it.' },
  },
  words: { choose: 'Choose a file', label: 'File' },
} as const

function Page({ shorten }: { readonly shorten?: (text: string) => string }) {
  const [text, setText] = useState('')
  return (
    <FluentProvider theme={webLightTheme}>
      <PasteBox
        id="box"
        label="Box"
        help="Read here."
        placeholder=""
        text={text}
        most={10}
        files={files}
        onText={setText}
        clearable
        {...(shorten === undefined ? {} : { shorten })}
      />
    </FluentProvider>
  )
}

/** jsdom's files cannot be read. */
function fileOf(text: string, name: string): File {
  const { buffer } = new TextEncoder().encode(text)
  return Object.assign(new File([text], name), { arrayBuffer: () => Promise.resolve(buffer) })
}

function box() {
  return screen.getByLabelText('Box')
}

test('a file that is chosen goes into the box, which then has the focus', async () => {
  render(<Page />)
  await userEvent.upload(screen.getByLabelText('File'), fileOf('workflow', 'deploy.yml'))
  expect(await screen.findByDisplayValue('workflow')).toBe(document.activeElement)
})

test('text that is dropped on the box replaces what it holds', async () => {
  render(<Page />)
  await userEvent.type(box(), 'old')
  fireEvent.drop(box(), { dataTransfer: { files: [], getData: () => 'new' } })
  expect(await screen.findByDisplayValue('new')).toBe(box())
})

test('a file that is longer than the box is refused with a word, and what stood there stays', async () => {
  render(<Page />)
  await userEvent.type(box(), 'old')
  await userEvent.upload(screen.getByLabelText('File'), fileOf('longer than ten', 'log.txt'))
  expect((await screen.findByRole('alert')).textContent).toContain('longer than 10 letters')
  expect(screen.getByDisplayValue('old')).toBe(box())
})

test('where the page can shorten it, the same file is taken', async () => {
  render(<Page shorten={(text) => text.slice(0, 4)} />)
  await userEvent.upload(screen.getByLabelText('File'), fileOf('longer than ten', 'log.txt'))
  expect(await screen.findByDisplayValue('long')).toBe(box())
})

test('a paste beside every field goes into the box, cut to what it takes', async () => {
  render(<Page />)
  fireEvent.paste(document.body, { clipboardData: { getData: () => '0123456789abc' } })
  expect(await screen.findByDisplayValue('0123456789')).toBe(document.activeElement)
})

test('a word about one file goes when the next one is taken', async () => {
  render(<Page />)
  const input = screen.getByLabelText('File')
  await userEvent.upload(input, fileOf('longer than ten', 'log.txt'))
  await screen.findByRole('alert')
  await userEvent.upload(input, fileOf('short', 'log.txt'))
  await screen.findByDisplayValue('short')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('emptied by its button, the box keeps the focus', async () => {
  render(<Page />)
  await userEvent.type(box(), 'old')
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }))
  expect((box() as HTMLTextAreaElement).value).toBe('')
  expect(document.activeElement).toBe(box())
})

test('a program that fills in more than the box takes gets it shortened, not kept whole', () => {
  render(<Page shorten={(text) => text.slice(-3)} />)
  fireEvent.change(box(), { target: { value: 'much longer, and its end' } })
  expect(box()).toHaveProperty('value', 'end')
})
