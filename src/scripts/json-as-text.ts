/** Word lists as text to parse: JavaScript engines read JSON much faster than the same thing as code. */
import {readFile} from 'node:fs/promises'
import type {Plugin} from 'esbuild'

export const jsonAsText: Plugin = {
  name: 'json-as-text',
  setup({onLoad}) {
    onLoad({filter: /[\\/]rules[\\/].*\.json$/}, async ({path}) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
      return {contents: `export default JSON.parse(${JSON.stringify(text)})`, loader: 'js'}
    })
  }
}
