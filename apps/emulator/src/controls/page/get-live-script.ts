import type { Operation } from '../../kernel/operation.ts'

export const getLiveScript: Operation = {
  id: 'controls/get-live-script',
  method: 'GET',
  path: '/_emulator/live.js',
  summary: 'Script of the page: brings new requests every two seconds while the page is seen',
  source: 'the emulator itself',
  handle: () => ({
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
    body: script,
  }),
}

const script = `'use strict'
const live = document.getElementById('live')
document.getElementById('live-choice').hidden = false
const refresh = async () => {
  if (!live.checked || document.hidden) return
  try {
    const answer = await fetch(location.href)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const id of ['requests', 'tiles', 'when']) {
      const [here, there] = [document.getElementById(id), page.getElementById(id)]
      if (here && there && here.innerHTML !== there.innerHTML) here.replaceChildren(...there.childNodes)
    }
  } catch {
    live.checked = false
  }
}
setInterval(refresh, 2000)
`
