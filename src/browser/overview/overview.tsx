/** What matters before the conference, at the top. */
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {ActionGaps} from './actions.tsx'
import {Contingency} from './contingency.tsx'
import {Grid} from './grid.tsx'
import {Load} from './load.tsx'
import {ReadingAge} from './reading-age.tsx'
import {Tally} from './tally.tsx'

export function Overview({session}: {session: Session}) {
  const {overview, outline, report} = session.reading.value ?? {}
  return (
    <section class="overview" aria-labelledby="overview-heading">
      <h2 id="overview-heading" class="govuk-heading-m">
        {wording.overview.heading[report?.type ?? 'unknown']}
      </h2>
      <Tally session={session} />
      <div class="cards">
        {outline && <Contingency outline={outline} />}
        {overview && <Grid overview={overview} />}
        {outline && <Load outline={outline} />}
        {outline && <ActionGaps outline={outline} />}
        {report?.readability && <ReadingAge readability={report.readability} />}
      </div>
    </section>
  )
}
