import { mostCharacters } from './read-table.ts'

type FileText =
  { readonly text: string; readonly problem: null } | { readonly text: null; readonly problem: string }

/** UTF-8, or UTF-16 with a byte order mark, as spreadsheets save. What holds neither is refused, never guessed. */
export async function readFileText(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<FileText> {
  if (file.size > mostCharacters * 2) return refuse(`${file.name} is larger than 16 MB. Split it.`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.includes('\0')) return refuse(`${file.name} is no table of text. Save it as CSV first.`)
    return { text, problem: null }
  } catch {
    // A workbook, a picture, or an older code page: none can be read without loss.
    return refuse(`${file.name} is not text in UTF-8. Save it as “CSV UTF-8” and choose it again.`)
  }
}

function refuse(problem: string): FileText {
  return { text: null, problem }
}
