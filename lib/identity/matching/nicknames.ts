/** Given names and what their bearers are called, in English and French; each line is one name under many forms. */
const families = [
  'alexander alex sandy alexandre',
  'alexandra alex sandra sandy',
  'andrew andy drew',
  'anthony tony antoine',
  'barbara barb babs',
  'benjamin ben benny',
  'catherine katherine kathryn cathy kathy kate katie cath',
  'charles charlie chuck',
  'christine christina chris chrissy tina',
  'christopher chris kit christophe',
  'daniel dan danny',
  'david dave',
  'deborah deb debbie',
  'dominique dom',
  'donald don',
  'edward ed eddie ted ned',
  'elizabeth elisabeth liz lizzie beth betty eliza',
  'emmanuel manu',
  'francois frank',
  'frederick fred freddy frederic',
  'gabriel gabe gab',
  'gabrielle gaby gab',
  'genevieve gen',
  'gerald gerry jerry',
  'gregory greg',
  'guillaume gui',
  'jacob jake jacques',
  'james jim jimmy jamie',
  'jennifer jen jenny',
  'jessica jess',
  'john johnny jack jon',
  'jonathan jon john',
  'joseph joe joey jos',
  'josephine jo josie',
  'kenneth ken kenny',
  'lawrence larry laurent',
  'leonard leo len',
  'margaret maggie meg peggy marguerite',
  'marie mary',
  'matthew matt mathieu',
  'michael mike mick michel',
  'nicholas nick nicolas nico',
  'patricia pat patty trish',
  'patrick pat paddy',
  'philip phil philippe phillip',
  'rebecca becky',
  'richard rich rick dick',
  'robert rob bob bobby bert',
  'ronald ron ronnie',
  'samuel sam',
  'samantha sam',
  'stephen steven steve stephane',
  'susan sue suzie suzanne',
  'sylvain syl',
  'theodore theo ted',
  'thomas tom tommy',
  'timothy tim',
  'valerie val',
  'veronique vero',
  'victoria vicky tori',
  'vincent vince',
  'william will bill billy liam',
  'zachary zach zack',
].map((line) => line.split(' '))

const familiesOf = new Map<string, number[]>()
for (const [index, names] of families.entries())
  for (const name of names) familiesOf.set(name, [...(familiesOf.get(name) ?? []), index])

/** `bob` and `robert`, but not `alexander` and `alexandra`: only the full name and its short forms are one. */
export const isNickname = (a: string, b: string): boolean => {
  const others = familiesOf.get(b) ?? []
  return (familiesOf.get(a) ?? []).some((family) => {
    const full = families[family]?.[0]
    return others.includes(family) && (a === full || b === full)
  })
}
