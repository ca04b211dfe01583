import './zod-config.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id root')
const page = createRoot(container)
const settings = document.querySelector('meta[name="embed-settings"]')?.getAttribute('content') ?? ''
if (settings.startsWith('{')) {
  // Sent for another product's frame; the normal page never loads this.
  void import('./embed/begin.tsx').then(({ begin }) => begin(page, settings))
} else {
  page.render(<App />)
}
