const mostBytes = 32 * 1024 * 1024

type LogText =
  { readonly text: string; readonly problem: null } | { readonly text: null; readonly problem: string }

/** A file of text. Letters that are not UTF-8 are shown as such: a log is worth reading also where a line of it is broken. */
export async function readLog(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<LogText> {
  if (file.size > mostBytes) return refuse(`${file.name} is larger than 32 MB. Take the part with the error.`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes)
  return text.slice(0, 4000).includes('\0')
    ? refuse(`${file.name} is not text. Unpack it, and take the log of the failed step.`)
    : { text, problem: null }
}

function refuse(problem: string): LogText {
  return { text: null, problem }
}
