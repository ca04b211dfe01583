import './zod-config.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id root')
createRoot(container).render(<App />)
