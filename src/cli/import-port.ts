/** Where the program lies that reads files of others in a process of its own. */
export interface ImportPort {
  readonly importProgram: URL
}
