/** Where the program lies that finishes PDF in a thread of its own. */
export interface FinishPort {
  readonly finishProgram: URL
}
