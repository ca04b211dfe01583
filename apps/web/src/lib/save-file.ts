/** Offers text as a file for saving. */
export function saveFile(filename: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = filename
  link.click()
  // The browser has taken the content over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
