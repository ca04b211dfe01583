import '../zod-config.ts'
import { createRoot } from 'react-dom/client'
import { fakePortal, type Scene } from './fake-portal.ts'

const search = new URLSearchParams(location.search)
const scenes: readonly Scene[] = [
  'full',
  'empty',
  'running',
  'failed',
  'loading',
  'signed-out',
  'many',
  'huge',
]
fakePortal(scenes.find((scene) => scene === search.get('scene')) ?? 'full')
const theme = search.get('theme')
if (theme !== null) localStorage.setItem('trustwright.theme', theme)
const page = search.get('page')

const container = document.getElementById('root')
if (container === null) throw new Error('gallery.html has no element with the id root')
if (page === null) {
  const { Gallery } = await import('./gallery.tsx')
  createRoot(container).render(<Gallery />)
} else {
  history.replaceState(null, '', page)
  const { App } = await import('../app.tsx')
  createRoot(container).render(<App />)
}
