/** A mistake of the user's that stops the run: wrong usage or bad configuration. Exit code 2; one plain sentence. */
export class Fault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Fault'
  }
}
