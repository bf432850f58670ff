import { describe, expect, it } from 'vitest'
import { fc } from '../../test/properties.ts'
import { type Marks, matchAccounts } from './match-accounts.ts'

const known = (id: string, ...marks: Marks) => ({ id, marks })
const idsOf = (matched: readonly ({ id: string } | null)[]) => matched.map((one) => one?.id ?? null)

describe('matching accounts (O12)', () => {
  it('goes by the bank’s key, then by the full number, then by what is seen of it', () => {
    const before = [known('a', 'k1', 'n1', 't1'), known('b', 'k2', 'n2', 't2'), known('c', 'k3', 'n3', 't3')]
    const now = [
      { marks: ['k9', null, 't3'] },
      { marks: ['k8', 'n2', 't9'] },
      { marks: ['k1', 'n7', 't7'] },
      { marks: ['k7', 'n6', 't6'] },
    ]
    expect(idsOf(matchAccounts(before, now))).toEqual(['c', 'b', 'a', null])
  })

  it('lets the stronger mark win over an earlier place', () => {
    const before = [known('a', 'k1', 'n1', 't1'), known('b', 'k2', 'n2', 't2')]
    expect(
      idsOf(matchAccounts(before, [{ marks: ['x', 'n1', 't2'] }, { marks: ['k1', 'n2', 't2'] }])),
    ).toEqual(['b', 'a'])
  })

  it('decides nothing by a mark that two accounts share', () => {
    const twins = [known('a', 'k1', 'n1', 'same'), known('b', 'k2', 'n2', 'same')]
    expect(idsOf(matchAccounts(twins, [{ marks: ['x', 'y', 'same'] }]))).toEqual([null])
    const before = [known('a', 'k1', 'n1', 'same')]
    expect(
      idsOf(matchAccounts(before, [{ marks: ['x', 'y', 'same'] }, { marks: ['z', 'w', 'same'] }])),
    ).toEqual([null, null])
  })

  it('never gives one account to two', () => {
    const marks = fc.array(fc.option(fc.constantFrom('1', '2', '3', '4')), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 6 }), fc.array(marks, { maxLength: 6 }), (one, other) => {
        const before = one.map((held, index) => known(String(index), ...held))
        const ids = idsOf(
          matchAccounts(
            before,
            other.map((held) => ({ marks: held })),
          ),
        ).filter(Boolean)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})
