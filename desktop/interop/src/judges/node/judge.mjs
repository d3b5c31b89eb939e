// node judge.mjs hyparquet|parquet-wasm|polars
// Reads paths from standard input, one to a line, and answers in the protocol of JudgeProcess.java with the cells of Cells.java.
import fs from 'node:fs'
import readline from 'node:readline'
import * as arrow from 'apache-arrow'

const NULL = 'null'
const NANOS = [1000000000n, 1000000n, 1000n, 1n] // by arrow.TimeUnit
const bits = new DataView(new ArrayBuffer(8))

const hex = bytes => 'x' + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
const text = string => 'x' + Buffer.from(string, 'utf8').toString('hex')
const list = cells => '[' + cells.join(',') + ']'

function float(value) {
  bits.setFloat32(0, value)
  return 'f' + (Number.isNaN(value) ? '7fc00000' : bits.getUint32(0).toString(16).padStart(8, '0'))
}

function double(value) {
  bits.setFloat64(0, value)
  return 'd' + (Number.isNaN(value) ? '7ff8000000000000' : bits.getBigUint64(0).toString(16).padStart(16, '0'))
}

function float16(half) {
  const exponent = half >>> 10 & 31
  const fraction = half & 1023
  const magnitude = exponent === 31 ? (fraction ? NaN : Infinity)
    : exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25)
  return float(half & 0x8000 ? -magnitude : magnitude)
}

function decimal(unscaled, scale) {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0')
  const point = digits.length - scale
  return (unscaled < 0n ? '-' : '') + digits.slice(0, point) + (scale ? '.' + digits.slice(point) : '')
}

function bigEndian(bytes) {
  return BigInt.asIntN(bytes.length * 8, bytes.reduce((sum, byte) => sum << 8n | BigInt(byte), 0n))
}

function littleEndian(words) {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
  return bigEndian(bytes.slice().reverse())
}

// One cell of a vector in Arrow's memory layout, from the raw buffers: no conversion of a JavaScript library stands in between.
function arrowCell(data, i) {
  if (!data.getValid(i)) return NULL
  const { type, values } = data
  const T = arrow.Type
  switch (type.typeId) {
    case T.Bool: return String((values[(data.offset + i) >> 3] >> ((data.offset + i) & 7) & 1) === 1)
    case T.Float: return type.precision === 0 ? float16(values[i]) : type.precision === 1 ? float(values[i]) : double(values[i])
    case T.Timestamp:
    case T.Time: return String(BigInt(values[i]) * NANOS[type.unit])
    case T.Int:
    case T.Date: return String(values[i])
    case T.Decimal: return decimal(littleEndian(values.subarray(i * (type.bitWidth >> 5), (i + 1) * (type.bitWidth >> 5))), type.scale)
    case T.List:
    case T.LargeList: {
      const cells = []
      for (let k = Number(data.valueOffsets[i]); k < Number(data.valueOffsets[i + 1]); k++) cells.push(arrowCell(data.children[0], k))
      return list(cells)
    }
    case T.Dictionary: return vectorCell(data.dictionary, values[i])
    case T.FixedSizeBinary: return hex(values.subarray(i * type.byteWidth, (i + 1) * type.byteWidth))
    default: {
      const value = arrow.makeVector(data).get(i)
      return typeof value === 'string' ? text(value) : hex(value)
    }
  }
}

function vectorCell(vector, i) {
  for (const data of vector.data) {
    if (i < data.length) return arrowCell(data, i)
    i -= data.length
  }
  throw new Error('index beyond the dictionary')
}

function arrowTable(table) {
  const columns = new Map()
  table.schema.fields.forEach((field, c) => {
    const cells = []
    for (const batch of table.batches) {
      const data = batch.data.children[c]
      for (let i = 0; i < batch.numRows; i++) cells.push(arrowCell(data, i))
    }
    columns.set(field.name, cells)
  })
  return columns
}

const readers = {
  async 'parquet-wasm'() {
    const wasm = await import('parquet-wasm')
    return file => arrowTable(arrow.tableFromIPC(wasm.readParquet(new Uint8Array(fs.readFileSync(file))).intoIPCStream()))
  },

  async polars() {
    const polars = (await import('nodejs-polars')).default
    return file => arrowTable(arrow.tableFromIPC(polars.readParquet(file).writeIPC()))
  },

  async hyparquet() {
    const { parquetRead, parquetMetadata, parquetSchema } = await import('hyparquet')
    const { compressors } = await import('hyparquet-compressors')
    const same = value => value
    const parsers = {
      timestampFromMilliseconds: millis => millis * 1000000n,
      timestampFromMicroseconds: micros => micros * 1000n,
      timestampFromNanoseconds: same,
      dateFromDays: same, stringFromBytes: same, jsonFromBytes: same, uuidFromBytes: same,
    }
    return async file => {
      const bytes = fs.readFileSync(file)
      const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
      const metadata = parquetMetadata(buffer)
      const fields = parquetSchema(metadata).children
      const scales = new Map()
      for (const field of fields) {
        const element = leaf(field).element
        if (element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL') {
          scales.set(field, element.scale ?? 0) // read as stored: through a JavaScript number digits would be lost
          delete element.converted_type
          delete element.logical_type
        }
      }
      const chunks = new Map(fields.map(field => [field.element.name, []]))
      await parquetRead({ file: buffer, metadata, compressors, parsers, utf8: false, onChunk: chunk => chunks.get(chunk.columnName).push(chunk) })
      const columns = new Map()
      for (const field of fields) {
        const cells = []
        const ofColumn = chunks.get(field.element.name).sort((a, b) => Number(a.rowStart) - Number(b.rowStart))
        for (const chunk of ofColumn) for (const value of chunk.columnData) cells.push(storedCell(value, leaf(field).element, scales.get(field)))
        columns.set(field.element.name, cells)
      }
      return columns
    }
  },
}

function leaf(field) {
  return field.children.length ? leaf(field.children[0]) : field
}

function storedCell(value, element, scale) {
  if (value === null || value === undefined) return NULL
  if (Array.isArray(value)) return list(value.map(one => storedCell(one, element, scale)))
  const logical = element.logical_type?.type
  if (scale !== undefined) return decimal(value instanceof Uint8Array ? bigEndian(value) : BigInt(value), scale)
  if (logical === 'TIME') return String(BigInt(value) * { MILLIS: 1000000n, MICROS: 1000n, NANOS: 1n }[element.logical_type.unit])
  if (logical === 'FLOAT16') return float(value)
  if (element.type === 'FLOAT') return float(value)
  if (element.type === 'DOUBLE') return double(value)
  if (value instanceof Uint8Array) return hex(value)
  if (logical === 'INTEGER' && !element.logical_type.isSigned && element.type === 'INT64') return String(BigInt.asUintN(64, value))
  return String(value)
}

const read = await readers[process.argv[2]]()
const out = fs.createWriteStream(null, { fd: 1 })
for await (const file of readline.createInterface({ input: process.stdin })) {
  const lines = ['FILE ' + file]
  try {
    for (const [name, cells] of await read(file)) {
      lines.push('COLUMN ' + text(name))
      for (const cell of cells) lines.push(cell)
    }
  } catch (error) {
    lines.splice(1, lines.length, 'ERROR ' + String(error?.message ?? error).replace(/\s+/g, ' '))
    if (process.env.TRACE) console.error(error)
  }
  lines.push('END\n')
  out.write(lines.join('\n'))
}
out.end()
