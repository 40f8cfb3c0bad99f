/** Rounds after which the engine has compiled what runs often. */
const WARM_UP = 5

/** Runs the contenders in turn, `rounds` times after a warm-up, and gives the median milliseconds of each. */
export async function interleave(contenders, rounds) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const [name, contender] of Object.entries(contenders)) {
      const start = performance.now()
      await contender()
      if (round >= 0) times[name].push(performance.now() - start)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

/** Middle value; of an even count the lower one. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1]
}

/** Prints a line for each contender, with its ratio to the first. */
export function report(medians) {
  const [[, base]] = Object.entries(medians)
  for (const [name, value] of Object.entries(medians))
    console.log(`  ${name.padEnd(44)} ${value.toFixed(2).padStart(9)} ms   × ${(value / base).toFixed(2)}`)
}
