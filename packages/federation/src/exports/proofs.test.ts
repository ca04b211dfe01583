import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cloudNames, exportForms, exportFormsFor, type ExportForm } from '../index.ts'
import { app, cluster, context, flexible } from '../testing/export-context.ts'

const root = new URL('../../../../', import.meta.url)
const gitlab = {
  ...context.trust,
  issuer: 'https://gitlab.com',
  subject: 'project_id:1:ref_type:branch:ref:main',
}
const section =
  readFileSync(new URL('docs/exports.md', root), 'utf8').split('## What proves each form')[1] ?? ''
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

test('docs/exports.md says of every form what it holds', () => {
  expect(rows.map((cells) => cells.slice(0, 4))).toEqual(
    exportForms.map((form) => [`\`${form}\``, parentsOf(form), cloudsOf(form), expressionsOf(form)]),
  )
})

test('every proof that docs/exports.md names is a file that speaks of the form', () => {
  const named = rows.flatMap((cells) =>
    Array.from((cells[4] ?? '').matchAll(/\]\(\.\.\/([^)]+)\)/g), ([, path = '']) => [cells[0] ?? '', path]),
  )
  expect(new Set(named.map(([form]) => form)).size).toBe(exportForms.length)
  const wrong = named.filter(([form = '', path = '']) => {
    const file = new URL(path, root)
    const quoted = `'${form.replaceAll('`', '')}'`
    return !existsSync(file) || !readFileSync(file, 'utf8').includes(quoted)
  })
  expect(wrong).toEqual([])
})

const trusts = [context.trust, cluster.trust, gitlab]
const isOffered = (form: ExportForm, given: Partial<typeof context>, parent = context.parent) =>
  trusts.some((trust) => exportFormsFor({ trust, ...given, parent }).includes(form))

function parentsOf(form: ExportForm): string {
  return eitherOf(isOffered(form, {}), isOffered(form, {}, app.parent))
}

function cloudsOf(form: ExportForm): string {
  const missing = [context.parent, app.parent].flatMap((parent) =>
    isOffered(form, {}, parent) && !cloudNames.every((cloud) => isOffered(form, { cloud }, parent))
      ? [parent.kind]
      : [],
  )
  return missing.length === 0 ? 'all' : missing[0] === 'application' ? 'all; application: public' : 'public'
}

function expressionsOf(form: ExportForm): string {
  if (form === 'exchange-curl') return 'not concerned'
  const takes = (parent: typeof app.parent) => exportFormsFor({ trust: flexible, parent }).includes(form)
  return eitherOf(takes(context.parent), takes(app.parent))
}

function eitherOf(identity: boolean, application: boolean): string {
  if (identity && application) return 'both'
  return identity ? 'managed identity' : application ? 'application' : '–'
}
