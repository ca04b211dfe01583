import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Answer } from './azure-cli.ts'

const path = fileURLToPath(new URL('../../../../docs/emulator-cli-session.txt', import.meta.url))
const longestOutput = 16
const mostOfOneCommand = 2
/** Said once, in the part whose title comes first. */
const preparation = ['cloud register', 'cloud set', 'account set', 'group create', 'group delete']
const secretAfter = new Set(['--password', '--federated-token'])

/** What was typed and answered, without secrets, tokens and places of this machine; each command twice at most. */
export function createTranscript(title: string, folder: string) {
  const heading = `## ${title}\n`
  const parts: string[] = []
  const counts = new Map<string, number>()
  return {
    add: (args: readonly string[], { stdout, stderr }: Answer) => {
      const words = args
        .slice(
          0,
          args.findIndex((argument) => argument.startsWith('--')),
        )
        .join(' ')
      if (!title.startsWith('1.') && preparation.includes(words)) return
      const count = (counts.get(words) ?? 0) + 1
      counts.set(words, count)
      if (count > mostOfOneCommand) return
      const outputs = [shorten(withoutTraceback(stderr)), shorten(stdout)].filter(Boolean)
      parts.push(redact([`$ az ${args.map(show).join(' ')}`, ...outputs].join('\n'), folder))
    },
    /** Replaces this title's part of the file and leaves the others as they are. */
    write: () => {
      const present = existsSync(path) ? readFileSync(path, 'utf8') : ''
      const others = present.split(/^(?=## )/m).filter((part) => part !== '' && !part.startsWith(heading))
      writeFileSync(path, [...others, `${heading}\n${parts.join('\n\n')}\n\n`].toSorted().join(''))
    },
  }
}

function show(argument: string, index: number, args: readonly string[]): string {
  if (secretAfter.has(args[index - 1] ?? '')) return '<secret>'
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`
}

function withoutTraceback(stderr: string): string {
  return stderr.replace(/\nTraceback[\s\S]*$/, '\n…')
}

function shorten(output: string): string {
  const lines = output.trimEnd().split('\n')
  if (lines.length <= longestOutput) return lines.join('\n')
  return [...lines.slice(0, longestOutput), `… ${lines.length - longestOutput} more lines`].join('\n')
}

function redact(text: string, folder: string): string {
  return text
    .replaceAll(`${folder}/`, '')
    .replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<token>')
    .replaceAll(/[\w-]+-local-only/g, '<secret>')
    .replaceAll(/("(?:password|secretText)": )"[^"]+"/g, '$1"<secret>"')
    .replaceAll(/(https?:\/\/localhost):(\d{5})/g, '$1:<port>')
}
