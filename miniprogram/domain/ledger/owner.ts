// Whose a line of an old ledger is. Nothing is attributed by guess: what is not sure is asked.
import type { LedgerField, LedgerMapping } from './fields'

export interface KnownCompany {
  id: string
  name: string
  /** To tell two of one name apart. */
  city?: string
}
export interface KnownMachine {
  serial: string
  model: string
  companyId: string
  companyName: string
}

/** What is registered, as far as the lines speak of it. */
export interface Registered {
  companies: readonly KnownCompany[]
  machines: readonly KnownMachine[]
}

type Refuse = (field: LedgerField, words: string) => void
interface Reading {
  registered: Registered
  mapping: LedgerMapping
}

const MOST = 5
const SHORTEST = 2

/** The companies that a name may mean: those of this very name, else those whose name is part of it or has it within. */
export function companiesLike<C extends { name: string }>(name: string, all: readonly C[]): C[] {
  const exact = all.filter((one) => one.name === name)
  if (exact.length > 0 || name.length < SHORTEST) return exact
  return all.filter((one) => name.includes(one.name) || one.name.includes(name)).slice(0, MOST)
}

/** The company that somebody has confirmed, or the only one of this very name. */
function companyOf(name: string, { registered: { companies }, mapping }: Reading): KnownCompany | undefined {
  const confirmed = mapping.companies[name]
  if (confirmed !== undefined) return companies.find((one) => one.id === confirmed)
  const exact = companies.filter((one) => one.name === name)
  return exact.length === 1 ? exact[0] : undefined
}

/** Names that are to be asked about: of more than one company, or near to some. */
export const doubtful = (name: string, reading: Reading): KnownCompany[] =>
  name === '' || companyOf(name, reading) ? [] : companiesLike(name, reading.registered.companies)

/** Whose machine it was when the line was written; null when it is refused. */
export function ownerOf(name: string, serial: string, reading: Reading, refuse: Refuse): KnownMachine | null {
  const { mapping, registered } = reading
  const machine = registered.machines.find((one) => one.serial === serial)
  const company = companyOf(name, reading)
  const trouble =
    troubleOfName(name, company, reading) ??
    troubleOfMachine(serial, machine, mapping) ??
    (name === '' ? troubleOfNobody(serial, machine, mapping) : troubleOfBoth(company, machine, mapping))
  if (trouble) {
    refuse(...trouble)
    return null
  }
  return {
    serial,
    model: machine?.model ?? '',
    companyId: name === '' ? (machine?.companyId ?? '') : (company?.id ?? ''),
    companyName: name === '' ? (machine?.companyName ?? '') : (company?.name ?? name),
  }
}

type Trouble = Parameters<Refuse> | null

function troubleOfName(name: string, company: KnownCompany | undefined, reading: Reading): Trouble {
  if (name === '' || company) return null
  const like = doubtful(name, reading)
  if (like.some((one) => one.name === name))
    return ['company', `有 ${like.length} 家企业都叫「${name}」，请在检查后选是哪一家`]
  if (reading.mapping.keepUnknown) return null
  return like.length > 0
    ? ['company', `没有登记「${name}」，是不是${like.map((one) => one.name).join('、')}？请在检查后确认`]
    : ['company', `没有登记这家企业:${name}`]
}

const troubleOfMachine = (
  serial: string,
  machine: KnownMachine | undefined,
  { keepUnknown }: LedgerMapping,
): Trouble => (serial !== '' && !machine && !keepUnknown ? ['serial', `没有登记这台设备:${serial}`] : null)

/** A machine may have changed hands: who has it today need not be whose line it is. */
function troubleOfNobody(
  serial: string,
  machine: KnownMachine | undefined,
  { byOwner }: LedgerMapping,
): Trouble {
  if (serial === '') return ['company', '没有企业,也没有设备序列号']
  return machine && !byOwner
    ? [
        'company',
        `没有写企业；设备现在是${machine.companyName}的，要这样算请打开「没写企业的按设备现在的客户算」`,
      ]
    : null
}

function troubleOfBoth(
  company: KnownCompany | undefined,
  machine: KnownMachine | undefined,
  { othersMachines }: LedgerMapping,
): Trouble {
  if (!company || !machine || machine.companyId === company.id || othersMachines) return null
  return [
    'serial',
    `设备 ${machine.serial} 现在是${machine.companyName}的，请核对；设备转过手的请打开「设备现在属别家的也收下」`,
  ]
}
