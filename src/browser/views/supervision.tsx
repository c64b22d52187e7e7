/** One page to talk about in supervision: gaps, what is open, what was put aside and why. */
import type {Outline, Overview} from '../../index.ts'
import {aboutText} from '../about.ts'
import type {Finding} from '../desk/reading.ts'
import {hasGap} from '../overview/actions.tsx'
import {GridTable} from '../overview/grid.tsx'
import {loadOf} from '../overview/load.tsx'
import {countsOf} from '../page.ts'
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {say, sayCount} from '../wording.ts'
import {shortened} from '../findings/finding.tsx'

const words = wording.supervision
const mostOpen = 8
const mostAside = 5
const mostActions = 5

export function Supervision({session}: {session: Session}) {
  const {report, outline, overview, name} = session.reading.value ?? {}
  if (!report) return null
  return (
    <section aria-labelledby="supervision-heading">
      <div class="not-on-paper">
        <h2 id="supervision-heading" class="govuk-heading-m">
          {words.heading}
        </h2>
        <p class="govuk-body">{words.lead}</p>
        <button type="button" class="govuk-button" onClick={() => print()}>
          {wording.family.print}
        </button>
      </div>
      <article class="one-page size-small">
        <h3 class="page-title">{name}</h3>
        <p>
          {aboutText(report)}. {countsOf(session)}.
        </p>
        {outline && overview && <Gaps outline={outline} overview={overview} age={report.readability?.readingAge ?? null} />}
        <Open session={session} />
        <Aside session={session} />
        <p class="note">{words.limits}</p>
      </article>
    </section>
  )
}

function Open({session: {open}}: {session: Session}) {
  const weighed = open.value.filter(({severity}) => severity !== 'info').sort(byWeight)
  return (
    <>
      <h4>{words.open}</h4>
      {weighed.length === 0 && <p>{words.noneOpen}</p>}
      <ul>
        {weighed.slice(0, mostOpen).map(finding => (
          <li key={finding.id}>
            <Line finding={finding} />
          </li>
        ))}
      </ul>
      <More count={weighed.length - mostOpen} />
    </>
  )
}

function Aside({session: {reading, dismissed}}: {session: Session}) {
  const aside = reading.value?.findings.filter(({id}) => dismissed.value.has(id)) ?? []
  if (aside.length === 0) return null
  return (
    <>
      <h4>{words.aside}</h4>
      <ul>
        {aside.slice(0, mostAside).map(finding => (
          <li key={finding.id}>
            <Line finding={finding} /> {say(wording.dismiss.reason, {reason: dismissed.value.get(finding.id) ?? ''})}
          </li>
        ))}
      </ul>
      <More count={aside.length - mostAside} />
    </>
  )
}

function More({count}: {count: number}) {
  return count > 0 ? <p>{sayCount(count, words.more)}</p> : null
}

const weight = {error: 0, warning: 1, info: 2} as const

function byWeight(a: Finding, b: Finding): number {
  return weight[a.severity] - weight[b.severity] || a.number - b.number
}

function Line({finding: {severity, reason, words, location}}: {finding: Finding}) {
  return (
    <>
      <strong>{wording.severity[severity]}</strong> {reason}
      {words && !reason.includes(words) && `: “${shortened(words)}”`} <span class="note">({location})</span>
    </>
  )
}

function Gaps({outline, overview, age}: {outline: Outline; overview: Overview; age: number | null}) {
  const actions = outline.rows.flatMap(row => row.actions)
  const gaps = actions.filter(hasGap)
  const isLetter = outline.type === 'letter-before-proceedings'
  const {contingency} = wording.overview
  const load = loadOf(outline).map(([carrier, count]) =>
    sayCount(count, wording.overview.load.row, {name: wording.overview.load.carriers[carrier]})
  )
  const said = isLetter ? (outline.consequence ? contingency.letterSaid : contingency.letterNone) : contingency[outline.contingency.state]
  return (
    <>
      <h4>{isLetter ? contingency.letter : contingency.heading}</h4>
      <p>{said}</p>
      <h4>{wording.overview.grid.heading}</h4>
      {overview.children.length === 0 ? <p>{wording.overview.grid.none}</p> : <GridTable rows={overview.children} />}
      <h4>{wording.overview.actions.heading}</h4>
      {actions.length === 0 && <p>{wording.overview.actions.none}</p>}
      {actions.length > 0 && gaps.length === 0 && <p>{say(wording.overview.actions.all, {count: actions.length})}</p>}
      <ul>
        {gaps.slice(0, mostActions).map(({start, text, hasOwner, hasTime}) => (
          <li key={start}>
            {shortened(text)} (
            {[hasOwner ? '' : wording.overview.actions.noOwner, hasTime ? '' : wording.overview.actions.noTime].filter(Boolean).join(', ')})
          </li>
        ))}
      </ul>
      <More count={gaps.length - mostActions} />
      {load.length > 0 && (
        <p>
          <strong>{wording.overview.load.heading}</strong> {load.join('; ')}.
        </p>
      )}
      {age !== null && <p>{say(wording.overview.readingAge.age, {age: Math.round(age)})}.</p>}
    </>
  )
}
