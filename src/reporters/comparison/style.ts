/** How the page looks: to be read out in a meeting, on a screen at the end of a table, or printed. */

export const style = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --soft: #5a5a63; --line: #c9c9d1; --before: #f3f3f6; --after: #fdf6e3; --mark: #1d5b8f }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf1; --paper: #17171b; --soft: #b3b3bd; --line: #4a4a55; --before: #23232a; --after: #322b17; --mark: #8cc4f2 } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem; font: 1.125rem/1.5 system-ui, "Segoe UI", Arial, sans-serif; color: var(--ink); background: var(--paper) }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.2rem 0 .5rem; padding-top: .6rem; border-top: 3px solid var(--ink) }
h3 { font-size: 1.15rem; line-height: 1.3; margin: 1.6rem 0 .2rem }
p { margin: .25rem 0 .6rem; max-width: 44rem }
.lead, .reason, .where, .trust { color: var(--soft) }
.tally { font-size: 1.2rem; margin-top: .8rem }
.notes { border-left: 5px solid var(--mark); padding: .1rem 0 .1rem 1rem; margin: 1rem 0 }
.changes { list-style: none; margin: .5rem 0; padding: 0 }
.changes > li { margin: 0 0 .9rem }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .4rem; margin: 0 }
.sides.only { grid-template-columns: 1fr }
.side { padding: .5rem .75rem .6rem; background: var(--before); border-left: 5px solid var(--line) }
.side.after { background: var(--after); border-left-color: var(--mark) }
.side dt { font-weight: 600; font-size: .95rem }
.side dd { margin: 0; overflow-wrap: anywhere }
.where { font-size: .875rem; display: block }
.ask { font-weight: 600; padding-left: 1.6rem; position: relative }
.ask::before { content: "?"; position: absolute; left: 0; width: 1.2rem; height: 1.2rem; line-height: 1.2rem; text-align: center; border: 2px solid var(--mark); border-radius: 50%; font-size: .9rem; margin-top: .1rem; color: var(--mark) }
.plain { padding-left: 1.3rem; margin: .4rem 0 }
.plain li { margin: .15rem 0; max-width: 50rem; overflow-wrap: anywhere }
.came { color: var(--soft) }
.trust { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .8rem; font-size: .95rem }
@media (max-width: 38rem) { .sides { grid-template-columns: 1fr } }
@media (forced-colors: active) { .side { border: 1px solid CanvasText; border-left-width: 5px } }
@media print {
  @page { size: A4; margin: 11mm 14mm }
  :root { --ink: #000; --paper: #fff; --soft: #333; --before: #fff; --after: #fff; --line: #888; --mark: #000 }
  body { font-size: 9pt; line-height: 1.25; padding: 0; max-width: none }
  h1 { font-size: 15pt } h2 { font-size: 11.5pt; margin: 6pt 0 1pt; padding-top: 2pt; border-top-width: 1.5pt } h3 { font-size: 10pt; margin: 5pt 0 0 }
  p { margin: 1pt 0; max-width: none }
  .tally { font-size: 10pt; margin-top: 2pt } .where, .trust { font-size: 7.5pt } .where { display: inline; margin-left: .5em }
  .changes { margin: 1pt 0 } .changes > li { margin: 0 0 2pt; break-inside: avoid } h2, h3 { break-after: avoid }
  .side { padding: 0 5pt; border-left-width: 2pt } .side dt { font-size: 8pt } .side.after { border-left-width: 2pt }
  .ask { padding-left: 0 } .ask::before { content: none }
  .plain { margin: 1pt 0 } .plain li { margin: 0; max-width: none }
  .notes { margin: 3pt 0; border-left-width: 2pt } .trust { margin-top: 5pt; padding-top: 2pt }
}
`
