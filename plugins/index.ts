/** Every rule, in alphabetical order. `npm run new-rule` adds a line here. */
import type {Rule} from '../src/engine/define-rule.ts'
import blamingLanguage from './blaming-language.ts'
import childNotCovered from './child-not-covered.ts'
import complexWording from './complex-wording.ts'
import hardToRead from './hard-to-read.ts'
import impossibleDate from './impossible-date.ts'
import jargon from './jargon.ts'
import longSentence from './long-sentence.ts'
import missingChildOutcome from './missing-child-outcome.ts'
import missingChildVoice from './missing-child-voice.ts'
import missingConsequence from './missing-consequence.ts'
import missingContingency from './missing-contingency.ts'
import missingExpectation from './missing-expectation.ts'
import missingImpactOnChild from './missing-impact-on-child.ts'
import missingLegalAdvice from './missing-legal-advice.ts'
import missingMeetingDetails from './missing-meeting-details.ts'
import missingOwner from './missing-owner.ts'
import missingReview from './missing-review.ts'
import missingRisk from './missing-risk.ts'
import missingSupport from './missing-support.ts'
import missingTimescale from './missing-timescale.ts'
import missingVisits from './missing-visits.ts'
import missingWiderFamily from './missing-wider-family.ts'
import overdueAction from './overdue-action.ts'
import parentOnlyFocus from './parent-only-focus.ts'
import templateLeftover from './template-leftover.ts'
import unclearContingency from './unclear-contingency.ts'
import unexplainedAcronym from './unexplained-acronym.ts'
import unknownName from './unknown-name.ts'
import vagueTimescale from './vague-timescale.ts'
import vagueWording from './vague-wording.ts'
import visitWithoutPurpose from './visit-without-purpose.ts'

const rules: readonly Rule[] = [
  blamingLanguage,
  childNotCovered,
  complexWording,
  hardToRead,
  impossibleDate,
  jargon,
  longSentence,
  missingChildOutcome,
  missingChildVoice,
  missingConsequence,
  missingContingency,
  missingExpectation,
  missingImpactOnChild,
  missingLegalAdvice,
  missingMeetingDetails,
  missingOwner,
  missingReview,
  missingRisk,
  missingSupport,
  missingTimescale,
  missingVisits,
  missingWiderFamily,
  overdueAction,
  parentOnlyFocus,
  templateLeftover,
  unclearContingency,
  unexplainedAcronym,
  unknownName,
  vagueTimescale,
  vagueWording,
  visitWithoutPurpose
]
export default rules
