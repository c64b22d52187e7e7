/** The bar at the top: what this is, that nothing leaves the computer, and the button that clears all. */
import {usePage} from './page.ts'
import wording from './wording.json' with {type: 'json'}

export function Trust() {
  const page = usePage()
  const clear = (): void => {
    page.clear()
    document.getElementById('main')?.focus()
  }
  return (
    <header class="brand">
      <div class="wide brand-row">
        <p class="brand-name">{wording.brand}</p>
        <p class="promise">
          <svg class="lock" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z" fill="currentColor" />
          </svg>
          {wording.trust.line}
        </p>
        <button type="button" class="clear" onClick={clear}>
          {wording.trust.clear}
        </button>
      </div>
    </header>
  )
}
