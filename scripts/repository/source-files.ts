import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const leftOut = new Set([
  'node_modules',
  'dist',
  '.git',
  '.data',
  'drizzle',
  'test-results',
  'playwright-report',
])

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  path: string
  text: string
}

/** Files below the repository's root whose path satisfies `wanted`. */
export function filesWhere(wanted: (path: string) => boolean): SourceFile[] {
  return walk(root)
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    .filter(wanted)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (leftOut.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

export const isTypeScript = (path: string) => /\.tsx?$/.test(path)
export const isTest = (path: string) => /\.test\.tsx?$|\/testing\/|\.e2e\.ts$/.test(path)

const importPattern = /^(?:import|export|\}) [^'"`]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm

/** What a file imports: packages by name, own files as paths from the repository's root. */
export function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(importPattern)].map(([, from, bare, lazy]) => {
    const specifier = from ?? bare ?? lazy ?? ''
    return specifier.startsWith('.') ? join(dirname(path), specifier).replaceAll('\\', '/') : specifier
  })
}
