import type { Node } from '@vscode/tree-sitter-wasm'
import { nodesOf, sourceReader } from './read-source.ts'

const read = await sourceReader('powershell')

/** The tables `@{ … }` of a script: literal texts as PowerShell takes them, lists of them, everything else as written. */
export function tablesOf(script: string): readonly Readonly<Record<string, unknown>>[] {
  return nodesOf(read(script), 'hash_literal_expression').map((table) =>
    Object.fromEntries(
      nodesOf(table, 'hash_entry').map((entry) => {
        const [key, value] = entry.namedChildren
        const texts = nodesOf(entry, 'string_literal').map(valueOf)
        const written = value?.text ?? ''
        if (written.startsWith('@(')) return [key?.text ?? '', texts]
        return [key?.text ?? '', written.startsWith("'") ? texts[0] : written]
      }),
    ),
  )
}

/** The commands of a script in words. A word `"@$file"` is what the script wrote into that file, as `az` reads it. */
export function commandsOf(script: string): readonly (readonly string[])[] {
  const files = new Map<string, string>()
  return nodesOf(read(script), 'invokation_expression', 'command').flatMap((node) => {
    if (node.type === 'command') return [wordsOf(node, files)]
    const [variable] = nodesOf(node, 'variable')
    const [content] = nodesOf(node, 'string_literal')
    if (variable !== undefined && content !== undefined) files.set(variable.text, valueOf(content))
    return []
  })
}

function wordsOf(command: Node, files: ReadonlyMap<string, string>): readonly string[] {
  const parts = command.childForFieldName('command_elements')?.namedChildren ?? []
  return [
    command.childForFieldName('command_name')?.text ?? '',
    ...parts.flatMap((part) => {
      if (part === null || part.type === 'command_argument_sep') return []
      const [text] = nodesOf(part, 'string_literal')
      if (text === undefined) return [part.text]
      const file = /^"@(\$\w+)"$/.exec(text.text)?.[1]
      return [file === undefined ? valueOf(text) : (files.get(file) ?? `no file ${file}`)]
    }),
  ]
}

/** https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules */
function valueOf(text: Node): string {
  return text.text.slice(1, -1).replace(/(['‘’‚‛])\1/g, '$1')
}
