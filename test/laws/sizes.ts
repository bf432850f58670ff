import {
  commentShareOf,
  functionsOf,
  lineCountOf,
  type MeasuredFunction,
  measuresOf,
  roomsOf,
} from './measures.ts'
import { type Law, type Violation, violation } from './repository-tree.ts'
import { productOf } from './source-kinds.ts'

const limits = {
  file: 300,
  ninetieth: 170,
  median: 50,
  function: 50,
  jsx: 90,
  functionMedian: 10,
  positional: 4,
}

/** No file of the product over 300 lines; tests, migrations and catalogues are exempt. */
export const filesAreShort: Law = (tree) =>
  productOf(tree)
    .filter((file) => lineCountOf(file) > limits.file)
    .map((file) => violation(file, 0, `${lineCountOf(file)} lines, at most ${limits.file}`))

const flawsOf = ({ file, start, lines, positional, hasJsx }: MeasuredFunction): Violation[] => {
  const most = hasJsx ? limits.jsx : limits.function
  return [
    ...(lines > most ? [violation(file, start, `a function of ${lines} lines, at most ${most}`)] : []),
    ...(positional > limits.positional
      ? [violation(file, start, `${positional} positional parameters, at most ${limits.positional}`)]
      : []),
  ]
}

/** No function over 50 lines (90 where it draws), none with more than 4 positional parameters. */
export const functionsAreShort: Law = (tree) => productOf(tree).flatMap(functionsOf).flatMap(flawsOf)

/** Law 11, over lib and app: half of the files within 50 lines, nine in ten within 170, half of the functions within 10. */
export const houseIsMadeOfSmallParts: Law = (tree) => {
  const { fileMedian, fileNinetieth, functionMedian } = measuresOf(tree)
  const over = (what: string, found: number, most: number): Violation[] =>
    found > most ? [`lib, app:1 ${what} ${found} lines, at most ${most}`] : []
  return [
    ...over('median file', fileMedian, limits.median),
    ...over('ninetieth file of a hundred', fileNinetieth, limits.ninetieth),
    ...over('median function', functionMedian, limits.functionMedian),
  ]
}

const shares = { least: 0.02, most: 0.12 }

/** Law 12: the rooms say why, and do not chatter; the aim is 4 to 7 in a hundred lines. */
export const commentsAreMeasured: Law = (tree) => {
  const rooms = roomsOf(tree)
  const share = commentShareOf(rooms)
  if (rooms.length === 0 || (share >= shares.least && share <= shares.most)) return []
  return [`lib:1 ${(share * 100).toFixed(1)} % of the lines are comments, 2 to 12 may be`]
}
