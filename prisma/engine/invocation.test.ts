import { describe, expect, it } from 'vitest'
import { readInvocation } from './invocation.ts'

const datasource = { url: 'postgresql://portico@127.0.0.1:5432/portico' }

describe('the command line of the schema engine', () => {
  it('reads the datasource as plain JSON and as base64 alike', () => {
    const plain = readInvocation(['--datasource', JSON.stringify(datasource)])
    const encoded = readInvocation([
      '--datasource',
      Buffer.from(JSON.stringify(datasource)).toString('base64'),
    ])
    expect(plain).toEqual({ kind: 'serve', datasource, datamodels: [] })
    expect(encoded).toEqual(plain)
  })

  it('reads every datamodel up to the next option', () => {
    const schema = new URL('../schema.prisma', import.meta.url).pathname
    const read = readInvocation(['--datamodels', schema, schema, '--datasource', '{}'])
    expect(read.kind === 'serve' && read.datamodels.map(([path]) => path)).toEqual([schema, schema])
  })

  it('tells the verbs apart and refuses one it does not know', () => {
    const read = readInvocation(['cli', '--datasource', JSON.stringify(datasource), 'create-database'])
    expect(read).toEqual({ kind: 'verb', verb: 'create-database', datasource })
    expect(() => readInvocation(['cli', 'bake-bread'])).toThrow('unknown cli verb')
  })

  it('prefers the question for its version over everything else', () => {
    expect(readInvocation(['cli', '--version'])).toEqual({ kind: 'version' })
  })
})
