// @ts-check
// Bare socket.io beside which the board's fan-out is measured: one room, one message of the same size once a second.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const http = createServer()
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false })
io.on('connection', (socket) => {
  socket.on('board:watch', (_request, reply) => {
    socket.join('board')
    reply({})
  })
})
const payload = { text: 'x'.repeat(Number(process.env['PAYLOAD_BYTES'] ?? 1000)) }
setInterval(() => io.to('board').emit('board:patch', payload), 1000)
http.listen(0, '127.0.0.1', () => process.send?.({ ready: true, port: /** @type {any} */ (http.address()).port }))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
