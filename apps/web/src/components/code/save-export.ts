import type { Export } from '@trustwright/federation'
import { saveFile } from '../../lib/save-file.ts'

const types: Readonly<Record<Export['language'], string>> = {
  yaml: 'application/yaml',
  bash: 'text/x-shellscript',
  powershell: 'text/plain',
  json: 'application/json',
  bicep: 'text/plain',
  hcl: 'text/plain',
  typescript: 'text/plain',
  http: 'text/plain',
  sql: 'application/sql',
  groovy: 'text/plain',
}

/** The name without its folders: browsers do not make any. */
export function fileNameOf(filename: string): string {
  return filename.split('/').at(-1) ?? filename
}

/** Offers the code of a trust as a file for saving. */
export function saveExport({ text, filename, language }: Export): void {
  saveFile(fileNameOf(filename), types[language], text)
}
