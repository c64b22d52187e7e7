/** The look of the dashboard: one text, whose fingerprint the page's policy names. */
export const style = `
:root { color-scheme: light dark; --ink: #0b0c0c; --muted: #484949; --ground: #f4f4f2; --sheet: #fff; --line: #b1b4b6; --good: #28786f; --bad: #8a5300;
  --bad-ground: #ffedba; --good-ground: #e3f1ef; --aim: #0b0c0c; --track: #e3e4e4 }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f2f1; --muted: #c3c6c7; --ground: #121415; --sheet: #1d2021; --line: #4d5356; --good: #6fc7bc;
  --bad: #f6c244; --bad-ground: #4d3800; --good-ground: #17332f; --aim: #f3f2f1; --track: #3a3f41 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: break-word }
h1, h2, h3, h4 { line-height: 1.2; margin: 0 0 .5rem }
h1 { font-size: 2rem } h2 { font-size: 1.375rem } h3 { font-size: 1.125rem } h4 { font-size: 1rem }
p { margin: 0 0 .5rem }
main, footer, .brand p { max-width: 80rem; margin: 0 auto; padding: 1rem }
.brand { background: #0b0c0c; color: #fff; border-bottom: .5rem solid #28786f }
.brand p { font-weight: 700; font-size: 1.25rem; padding: .5rem 1rem }
.lead { font-size: 1.125rem }
.note, .precision, .caption, .ends, footer { color: var(--muted) }
.warning { border: .25rem solid var(--bad); padding: .5rem 1rem }
section { background: var(--sheet); border: 1px solid var(--line); padding: 1rem; margin: 0 0 1.5rem }
.scroll { overflow-x: auto; position: relative }
.scroll:focus-visible { outline: 3px solid #fd0; box-shadow: 0 0 0 6px #0b0c0c }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line) }
thead th { vertical-align: bottom; font-size: .875rem; min-width: 5rem }
tbody th { font-weight: 400; min-width: 9rem }
.figure { text-align: right; font-variant-numeric: tabular-nums }
td.figure { padding-left: .5rem }
td.missed { background: var(--bad-ground) }
td.none { color: var(--muted); font-size: .875rem }
.state.missed { color: var(--bad); font-weight: 700 }
.state.met { color: var(--good); font-weight: 700 }
.chart { min-width: 10rem }
.bar { width: 100%; min-width: 10rem; height: 1.25rem; display: block }
.track { fill: var(--track) } .reached { fill: var(--good) } .below { fill: #d08a1c } .target { fill: var(--aim) }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; margin-bottom: 1rem }
figure { margin: 0; border: 1px solid var(--line); padding: .5rem }
figcaption { font-weight: 700; font-size: .875rem; min-height: 2.6rem }
.ends { font-size: .875rem; margin: 0 }
.line { width: 100%; height: auto; display: block }
.grid { stroke: var(--line); stroke-width: 1 } .aim { stroke: var(--aim); stroke-width: 1.5; stroke-dasharray: 5 3 }
.way { stroke: var(--good); stroke-width: 2.5 } .dot { fill: var(--good) }
.rules { padding-left: 1.5rem; margin: 0 } .rules li { margin-bottom: 1.5rem; padding-left: .25rem }
.rules code { font-weight: 400; font-size: .875rem; color: var(--muted) }
.share .bar { max-width: 20rem; display: inline-block; vertical-align: middle; margin-right: .75rem }
.examples { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; margin: .5rem 0 }
.example { border-left: .375rem solid var(--good); padding: .25rem .75rem; background: var(--good-ground) }
.example.poor { border-color: #d08a1c; background: var(--bad-ground) }
.example.poor .caption, .example .caption { color: var(--ink) }
blockquote { margin: 0 } blockquote p { margin: 0 }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (forced-colors: active) { .bar, .line { forced-color-adjust: none } }
@media print { body { background: #fff; font-size: 10pt } section { border: 0; padding: 0 } tr, figure, .rules li { break-inside: avoid } .scroll { overflow: visible } }
`
