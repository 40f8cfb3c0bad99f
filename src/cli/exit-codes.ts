/** All went well. */
export const EXIT_FINE = 0
/** Findings: problems, differences, a mismatch, a version that is refused because of them or because another one was published first. */
export const EXIT_FINDINGS = 1
/** The call or the settings are wrong. */
export const EXIT_USAGE = 2
/** Something outside is missing: a file, the browser, a font, a database. */
export const EXIT_MISSING = 3
