/** A date or time expression. */
export interface TimeExpression {
  /** Offsets in the text, in UTF-16 code units. */
  start: number
  end: number
  /**
   * `deadline`: a stated point that is not a date (by Friday, in 2 weeks, by the next core group); `duration`: a count (for 8 weeks,
   * 6 sessions); `event`: when something happens; `vague`: wording that gives no time (ongoing, ASAP); `blank`: TBC, N/A, a dash.
   */
  kind: 'date' | 'month' | 'deadline' | 'duration' | 'frequency' | 'event' | 'always' | 'vague' | 'blank'
  /** The day it falls due, ISO (a bare month: its last day), where it can be worked out. */
  due: string | null
  /** What vague wording leaves open. */
  gap?: 'by when' | 'how often' | 'until when' | 'on what sign'
}
