import type { Node } from '@vscode/tree-sitter-wasm'
import { expect, test } from 'vitest'
import { exportTrust } from '../index.ts'
import { app, context, flexible, nastyTrusts } from '../testing/export-context.ts'
import { nodesOf, sourceReader } from '../testing/read-source.ts'
import { armProperties } from './arm-request.ts'
import { graphBody } from './graph-request.ts'

const read = await sourceReader('bicep')
/** The grammar does not know this statement yet. https://github.com/tree-sitter-grammars/tree-sitter-bicep */
const withoutExtension = (text: string) => text.replace(/^extension '.*'\n/, '')

/** `var trusts` as Bicep reads it: texts, numbers, lists and objects. */
function trustsIn(text: string): unknown {
  const [list] = nodesOf(read(withoutExtension(text)), 'array')
  return list === undefined ? undefined : valueOf(list)
}

function valueOf(node: Node): unknown {
  const inner = node.namedChildren.filter((child) => child !== null)
  if (node.type === 'string') return unescaped(node.text.slice(1, -1))
  if (node.type === 'number') return Number(node.text)
  if (node.type === 'array') return inner.map(valueOf)
  if (node.type !== 'object') throw new TypeError(`${node.type} is no literal.`)
  return Object.fromEntries(
    inner.map((property) => {
      const [key, value] = property.namedChildren
      if (value === null || value === undefined) throw new TypeError(`${property.text} has no value.`)
      return [key?.text ?? '', valueOf(value)]
    }),
  )
}

/** https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings */
function unescaped(text: string): string {
  expect(text).not.toMatch(/(?<!\\)\$\{/)
  return text.replace(
    /\\(?:u\{([0-9a-f]+)\}|(.))/g,
    (_, code: string | undefined, mark: string | undefined) => {
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16))
      return { n: '\n', r: '\r', t: '\t' }[mark ?? ''] ?? mark ?? ''
    },
  )
}

const stored = nastyTrusts.map((trust) => ({ ...trust, description: `For ${trust.subject ?? ''}` }))
const trusts = [...stored, flexible]

test('Bicep reads every trust of an identity as it is stored', () => {
  expect(trustsIn(exportTrust('bicep', { ...context, trusts }).text)).toEqual(
    trusts.map((trust) => ({ name: trust.name, properties: armProperties(trust) })),
  )
})

test('Bicep reads every trust of an application as it is stored', () => {
  expect(trustsIn(exportTrust('bicep', { ...app, trusts }).text)).toEqual(trusts.map(graphBody))
})

test.each(["var a = 'it's'", 'resource x', 'var a = ['])('a text that is no Bicep is told: %s', (text) => {
  expect(() => read(text)).toThrow(SyntaxError)
})
