import type { Customer } from '../customer.ts'
import { type Holder, holdersOf } from '../holders.ts'
import { subjectOf } from '../oauth/door.ts'

const isBusiness = ({ persona }: Customer): boolean => persona.holders === 'business'

const nameOf = (name: string, isCompany: boolean) => {
  if (isCompany) return { company: name }
  const words = name.split(' ')
  return { first: words.slice(0, -1).join(' '), last: words.at(-1) ?? '' }
}

const contactsOf = ({ email, phone, address }: Holder) => ({
  emails: email === null ? [] : [email],
  telephones:
    phone === null ? [] : [{ type: 'CELL', country: '1', number: phone.replace(/\D/gu, ''), primary: true }],
  addresses:
    address === null
      ? []
      : [
          {
            type: 'HOME',
            line1: address.street,
            city: address.city,
            region: address.province,
            postalCode: address.postalCode,
            country: address.country,
            primary: true,
          },
        ],
})

const holdersFor = (customer: Customer): readonly Holder[] =>
  holdersOf(customer.persona.holders ?? customer.institution.holders, customer.seed)

const holderEntity = (holder: Holder, place: number, isCompany: boolean) => ({
  customerId: holder.id,
  type: isCompany ? 'BUSINESS' : 'CONSUMER',
  name: nameOf(holder.name, isCompany),
  ...contactsOf(holder),
  relationship: place === 0 ? 'PRIMARY' : 'JOINT',
})

/** FDX's account contact: every holder, and in front what the first of them may be reached at. */
export const contactEntity = (customer: Customer) => {
  const holders = holdersFor(customer)
  const [first] = holders
  return {
    holders: holders.map((holder, place) => holderEntity(holder, place, isBusiness(customer))),
    ...(first ? contactsOf(first) : {}),
  }
}

/** Whoever signed in, under the name that the identity token also gives. */
export const customerEntity = (customer: Customer, accountIds: readonly string[]) => {
  const [first] = holdersFor(customer)
  return {
    customerId: subjectOf(customer),
    type: isBusiness(customer) ? 'BUSINESS' : 'CONSUMER',
    ...(first ? { name: nameOf(first.name, isBusiness(customer)), ...contactsOf(first) } : {}),
    accounts: accountIds.map((accountId) => ({ accountId, relationship: 'PRIMARY' })),
  }
}
