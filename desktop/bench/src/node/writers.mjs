// node writers.mjs MONTH ROWS OUT COLUMN...
// Writes the rows that lie in MONTH (a column of INT64, then columns of FLOAT, little-endian) into the Parquet file OUT, once
// for every line of standard input, which names the writer; answers with nanoseconds of processor time of all threads of this
// process.
import fs from 'node:fs'
import readline from 'node:readline'
import * as arrow from 'apache-arrow'
import { parquetWriteFile } from 'hyparquet-writer'
import * as wasm from 'parquet-wasm'

const [month, rowCount, out, ...names] = process.argv.slice(2)
const rows = Number(rowCount)
const bytes = fs.readFileSync(month)
const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)

function column(index) {
  return index === 0 ? new BigInt64Array(buffer, 0, rows) : new Float32Array(buffer, rows * (8 + 4 * (index - 1)), rows)
}

function arrowStream() {
  const types = names.map((name, c) => c === 0 ? new arrow.Int64() : new arrow.Float32())
  const schema = new arrow.Schema(names.map((name, c) => new arrow.Field(name, types[c], false)))
  const children = names.map((name, c) => arrow.makeData({ type: types[c], data: column(c) }))
  const struct = arrow.makeData({ type: new arrow.Struct(schema.fields), length: rows, nullCount: 0, children })
  return arrow.tableToIPC(new arrow.Table(schema, new arrow.RecordBatch(schema, struct)), 'stream')
}

// Each gets the columns into memory as it wants them, and returns what is measured.
const writers = {
  // Its defaults, which include Snappy.
  'hyparquet-writer'() {
    const columnData = names.map((name, c) => ({ name, data: column(c), type: c === 0 ? 'INT64' : 'FLOAT', nullable: false }))
    return () => parquetWriteFile({ filename: out, columnData })
  },

  // The defaults of parquet-rs, and Snappy. A table and its properties are used up by a file.
  'parquet-wasm'() {
    const table = wasm.Table.fromIPCStream(arrowStream())
    const properties = new wasm.WriterPropertiesBuilder().setCompression(wasm.Compression.SNAPPY).build()
    return () => fs.writeFileSync(out, wasm.writeParquet(table, properties))
  },
}

for await (const name of readline.createInterface({ input: process.stdin })) {
  const write = writers[name]()
  const before = process.cpuUsage()
  await write()
  const { user, system } = process.cpuUsage(before)
  console.log((user + system) * 1000)
}
