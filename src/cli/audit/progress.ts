/** The bar that shows how far an audit is and how long it will take. */

export interface Progress {
  step(): void
  stop(): void
}

const none: Progress = {step: () => undefined, stop: () => undefined}

/** None where there is no terminal, or where nobody knows how many documents will come. */
export async function progressOf(count: number | null, isTerminal: boolean): Promise<Progress> {
  if (!isTerminal || count === null || count < 2) return none
  const {SingleBar} = (await import('cli-progress')).default
  const bar = new SingleBar({
    format: '{bar} {value} of {total} documents, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    etaBuffer: 200
  })
  bar.start(count, 0)
  return {step: () => bar.increment(), stop: () => bar.stop()}
}
