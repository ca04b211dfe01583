import { readFile } from 'node:fs/promises'
import TreeSitter, { type Node } from '@vscode/tree-sitter-wasm'

const grammars = {
  bash: '@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm',
  bicep: 'tree-sitter-bicep/tree-sitter-bicep.wasm',
  powershell: '@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm',
} as const

/** A grammar that editors read this language with. The reader throws on the first place that is no such language. */
export async function sourceReader(language: keyof typeof grammars): Promise<(text: string) => Node> {
  await TreeSitter.Parser.init()
  const grammar = await TreeSitter.Language.load(
    await readFile(new URL(import.meta.resolve(grammars[language]))),
  )
  const parser = new TreeSitter.Parser()
  parser.setLanguage(grammar)
  return (text) => {
    const root = parser.parse(text)?.rootNode
    if (root === undefined) throw new Error(`The grammar of ${language} read nothing.`)
    if (root.hasError) throw new SyntaxError(`This is no ${language}: ${brokenPlace(root)}`)
    return root
  }
}

/** Every node of a type, in the order of the text. */
export function nodesOf(root: Node, ...types: readonly string[]): readonly Node[] {
  return root.descendantsOfType([...types]).filter((node) => node !== null)
}

function brokenPlace(root: Node): string {
  const broken = root.children.find((child) => child?.hasError === true)
  if (broken === undefined || broken === null) return `line ${root.startPosition.row + 1}: ${root.text}`
  return broken.isError || broken.isMissing
    ? `line ${broken.startPosition.row + 1}: ${broken.text}`
    : brokenPlace(broken)
}
